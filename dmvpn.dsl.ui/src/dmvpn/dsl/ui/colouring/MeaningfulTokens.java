package dmvpn.dsl.ui.colouring;

import dmvpn.dsl.ide.semantic.TokenType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.TextAttribute;

/**
 * Tokens whose meaning the language server knows, in their order. Between its answers they move with what is typed, so
 * that colours neither flicker nor lag behind.
 */
final class MeaningfulTokens {

    /** None are known. */
    static final MeaningfulTokens NONE = new MeaningfulTokens(List.of());

    private static final int NUMBERS_PER_TOKEN = 5;

    /** A token: its place, its look. */
    record Token(int start, int end, TokenType type, boolean declaration) {

        /** How it looks; null for plain text. */
        TextAttribute look() {
            SyntaxColours colour = switch (type) {
                case KEYWORD -> SyntaxColours.KEYWORD;
                case COMMENT -> SyntaxColours.COMMENT;
                case STRING -> SyntaxColours.STRING;
                case NUMBER -> SyntaxColours.VALUE;
                case MACRO -> SyntaxColours.RAW;
                case ENUM_MEMBER -> SyntaxColours.CHOICE;
                case PARAMETER -> SyntaxColours.MEMBER;
                case NAMESPACE -> SyntaxColours.NETWORK;
                case INTERFACE -> SyntaxColours.TRANSPORT;
                case STRUCT -> SyntaxColours.SETTINGS;
                case CLASS -> SyntaxColours.ROUTER;
                case EVENT, FUNCTION -> SyntaxColours.SCENARIO;
                case VARIABLE -> null;
            };
            if (colour == null) {
                return null;
            }
            return declaration ? colour.declaration() : colour.attribute();
        }

        private Token moved(int offset, int removed, String added) {
            if (end < offset || end == offset && !continuesWord(added)) {
                return this;
            }
            if (start >= offset + removed && !(start == offset && removed == 0 && continuesWord(added))) {
                return new Token(start - removed + added.length(), end - removed + added.length(), type, declaration);
            }
            boolean inside = start <= offset && offset + removed <= end && continuesWord(added);
            return inside ? new Token(start, end - removed + added.length(), type, declaration) : null;
        }

        /** What is typed inside of a word, or behind it, is taken for a part of the word until the server knows better. */
        private static boolean continuesWord(String added) {
            return added.chars().allMatch(character -> Character.isLetterOrDigit(character) || "_-.:/".indexOf(character) >= 0);
        }
    }

    private final List<Token> tokens;

    private MeaningfulTokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Reads an answer of the server (LSP 3.17, "Integer Encoding for Tokens"). */
    static MeaningfulTokens of(List<Integer> data, IDocument document) throws BadLocationException {
        List<Token> tokens = new ArrayList<>(data.size() / NUMBERS_PER_TOKEN);
        int line = 0;
        int character = 0;
        for (int index = 0; index + NUMBERS_PER_TOKEN <= data.size(); index += NUMBERS_PER_TOKEN) {
            character = data.get(index) == 0 ? character + data.get(index + 1) : data.get(index + 1);
            line += data.get(index);
            int start = document.getLineOffset(line) + character;
            tokens.add(new Token(start, start + data.get(index + 2), TokenType.values()[data.get(index + 3)],
                    data.get(index + 4) != 0));
        }
        return new MeaningfulTokens(List.copyOf(tokens));
    }

    /** The tokens that stand in a part of the text, wholly or in part. */
    List<Token> in(int start, int end) {
        int first = 0;
        int behind = tokens.size();
        while (first < behind) {
            int middle = (first + behind) >>> 1;
            if (tokens.get(middle).end <= start) {
                first = middle + 1;
            } else {
                behind = middle;
            }
        }
        int last = first;
        while (last < tokens.size() && tokens.get(last).start < end) {
            last++;
        }
        return tokens.subList(first, last);
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    /** Where they are after an edit, until the server answers anew. */
    MeaningfulTokens afterEdit(int offset, int removed, String added) {
        return new MeaningfulTokens(tokens.stream().map(token -> token.moved(offset, removed, added))
                .filter(Objects::nonNull).toList());
    }
}
