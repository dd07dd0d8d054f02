package dmvpn.dsl.origins;

import java.util.Arrays;

/** Lines and columns of a text. Lines end with {@code \n}. */
public final class LineIndex {

    private final int[] starts;

    /** @param text the text; may be empty */
    public LineIndex(String text) {
        int[] found = new int[64];
        int count = 1;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = end + 1;
        }
        this.starts = Arrays.copyOf(found, count);
    }

    /** Line of an offset, from 1. */
    public int line(int offset) {
        int index = Arrays.binarySearch(starts, offset);
        return index >= 0 ? index + 1 : -index - 1;
    }

    /** Column of an offset, from 1, in UTF-16 characters. */
    public int column(int offset) {
        return offset - starts[line(offset) - 1] + 1;
    }
}
