package dmvpn.dsl.ui.typing;

import dmvpn.dsl.ide.highlight.LexicalHighlighter;
import dmvpn.dsl.ide.highlight.LexicalHighlighter.Kind;
import dmvpn.dsl.ide.highlight.LexicalHighlighter.Token;
import java.util.List;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;

/**
 * What surrounds a place of a text, and whether the brackets of the text are in balance. Of a huge text only what is around
 * the place is looked at: a comment longer than that is not known for one.
 */
final class LexicalPlace {

    private static final int FARTHEST = 30_000;

    private final IDocument document;
    private final int offset;
    private final int start;
    private final List<Token> tokens;

    private LexicalPlace(IDocument document, int offset, int start, int end) throws BadLocationException {
        this.document = document;
        this.offset = offset;
        this.start = start;
        tokens = new LexicalHighlighter().tokens(document.get(start, end - start));
    }

    static LexicalPlace at(IDocument document, int offset) throws BadLocationException {
        int start = document.getLineInformationOfOffset(Math.max(0, offset - FARTHEST)).getOffset();
        int end = Math.min(document.getLength(), offset + FARTHEST);
        return new LexicalPlace(document, offset, start, end);
    }

    /** The kind of the token whose inside the place is; plain between two tokens. */
    Kind kind() {
        for (Token token : tokens) {
            int from = start + token.offset();
            int to = from + token.length();
            if (from < offset && (offset < to || offset == to && isLineCommentTo(token, to))) {
                return token.kind();
            }
        }
        return Kind.PLAIN;
    }

    /** The comment around the place; null outside of one. */
    IRegion comment() {
        return tokens.stream().filter(token -> token.kind() == Kind.COMMENT && start + token.offset() < offset
                        && offset < start + token.offset() + token.length())
                .map(token -> new Region(start + token.offset(), token.length())).findFirst().orElse(null);
    }

    /** A line comment reaches up to the end of its line, and what is typed there belongs to it. */
    private boolean isLineCommentTo(Token token, int to) {
        try {
            return token.kind() == Kind.COMMENT && document.get(start + token.offset(), 2).equals("//")
                    && document.getChar(to - 1) != '\n';
        } catch (BadLocationException outside) {
            return false;
        }
    }

    /** True in a comment, in a text in quotes and in vendor lines: brackets mean nothing there. */
    boolean isVerbatim() {
        return isVerbatim(kind());
    }

    private static boolean isVerbatim(Kind kind) {
        return kind == Kind.COMMENT || kind == Kind.STRING || kind == Kind.RAW;
    }

    /** How many brackets are opened that are not closed; negative when too many are closed. */
    int balance(char open, char close) throws BadLocationException {
        int balance = 0;
        for (Token token : tokens) {
            for (int index = 0; index < token.length() && !isVerbatim(token.kind()); index++) {
                char character = document.getChar(start + token.offset() + index);
                balance += character == open ? 1 : character == close ? -1 : 0;
            }
        }
        return balance;
    }

    /** Where the brace is opened that one at the place would close; -1 when there is none. */
    int openBrace() throws BadLocationException {
        int depth = 0;
        for (Token token : tokens.reversed()) {
            for (int index = token.length() - 1; index >= 0 && !isVerbatim(token.kind()); index--) {
                int place = start + token.offset() + index;
                char character = document.getChar(place);
                if (place < offset && (character == '{' || character == '}')) {
                    depth += character == '{' ? 1 : -1;
                    if (depth > 0) {
                        return place;
                    }
                }
            }
        }
        return -1;
    }

    /** The character behind the place; a line end behind the last one. */
    char next() throws BadLocationException {
        return offset < document.getLength() ? document.getChar(offset) : '\n';
    }
}
