package dmvpn.dsl.ui.colouring;

import dmvpn.dsl.ide.highlight.LexicalHighlighter;
import dmvpn.dsl.ide.highlight.LexicalHighlighter.Kind;
import dmvpn.dsl.ide.highlight.LexicalHighlighter.Token;
import java.util.Arrays;

/**
 * Where a text has comments and vendor blocks, the tokens that may span lines. Outside of them each line can be divided
 * into tokens by itself, so that a huge text is coloured where it is looked at.
 */
final class MultiLineTokens {

    /** Of a text without any. */
    static final MultiLineTokens NONE = new MultiLineTokens(new int[0], new int[0]);

    private final int[] starts;
    private final int[] ends;

    private MultiLineTokens(int[] starts, int[] ends) {
        this.starts = starts;
        this.ends = ends;
    }

    /** Those of a text. Takes time in proportion to the text. */
    static MultiLineTokens of(String text) {
        int[] starts = new int[16];
        int[] ends = new int[16];
        int count = 0;
        for (Token token : new LexicalHighlighter().tokens(text)) {
            if (token.kind() == Kind.COMMENT || token.kind() == Kind.RAW) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                    ends = Arrays.copyOf(ends, count * 2);
                }
                starts[count] = token.offset();
                ends[count++] = token.offset() + token.length();
            }
        }
        return new MultiLineTokens(Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
    }

    /** The start of the token around an offset, or the offset itself when there is none. */
    int startOf(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int before = found >= 0 ? found : -found - 2;
        return before >= 0 && offset < ends[before] ? starts[before] : offset;
    }

    /** What can be said of the text after an edit, until it is read again: tokens behind the edit have moved. */
    MultiLineTokens afterEdit(int offset, int removed, int added) {
        return new MultiLineTokens(moved(starts, offset, removed, added), moved(ends, offset, removed, added));
    }

    private static int[] moved(int[] places, int offset, int removed, int added) {
        return Arrays.stream(places)
                .map(place -> place <= offset ? place : Math.max(offset, place - removed) + added)
                .toArray();
    }
}
