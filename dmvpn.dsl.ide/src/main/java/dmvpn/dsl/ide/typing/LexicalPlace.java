package dmvpn.dsl.ide.typing;

import dmvpn.dsl.ide.highlight.LexicalHighlighter.Kind;
import dmvpn.dsl.ide.highlight.LexicalHighlighter.Token;
import java.util.List;
import java.util.Optional;

/**
 * What surrounds a place of a text, and which brackets around it have their partner. All of the text counts, however large it
 * is: a block that begins or ends far away is a block too.
 */
public final class LexicalPlace {

    private final String text;
    private final int offset;
    private final List<Token> verbatim;

    /**
     * @param text a whole model
     * @param offset the place: characters before it
     */
    public LexicalPlace(String text, int offset) {
        this.text = text;
        this.offset = offset;
        this.verbatim = VerbatimParts.of(text);
    }

    /** The comment around the place; empty outside of one. */
    public Optional<Token> comment() {
        return around().filter(part -> part.kind() == Kind.COMMENT);
    }

    /** True inside a text in quotes. */
    public boolean isInString() {
        return around().filter(part -> part.kind() == Kind.STRING).isPresent();
    }

    /** True in a comment, in a text in quotes and in vendor lines: brackets mean nothing there. */
    public boolean isVerbatim() {
        return around().isPresent();
    }

    private Optional<Token> around() {
        return verbatim.stream().filter(this::isAround).findFirst();
    }

    private boolean isAround(Token part) {
        int end = part.offset() + part.length();
        return part.offset() < offset && (offset < end || offset == end && isOpenTo(part, end));
    }

    /** What is typed at the end of a part that nothing has ended yet belongs to it: a line comment reaches up to its line's end. */
    private boolean isOpenTo(Token part, int end) {
        return switch (part.kind()) {
            case COMMENT -> text.startsWith("//", part.offset()) ? text.charAt(end - 1) != '\n'
                    : part.length() < "/**/".length() || !text.startsWith("*/", end - 2);
            case RAW -> part.length() < "<<<>>>".length() || !text.startsWith(">>>", end - 3);
            default -> false;
        };
    }

    /** True when a bracket is open at the place that nothing closes behind it. */
    public boolean lacksClosing(char open, char close) {
        return new Brackets(open, close).unclosed > 0;
    }

    /** True when a bracket is closed behind the place that nothing opens. */
    public boolean lacksOpening(char open, char close) {
        return new Brackets(open, close).unopened > 0;
    }

    /** Where the brace is opened that one at the place would close; -1 when there is none. */
    public int openBrace() {
        int depth = 0;
        int part = verbatim.size() - 1;
        for (int place = offset - 1; place >= 0; place--) {
            while (part >= 0 && place < verbatim.get(part).offset()) {
                part--;
            }
            if (part >= 0 && place < verbatim.get(part).offset() + verbatim.get(part).length()) {
                place = verbatim.get(part).offset();
            } else if (text.charAt(place) == '}') {
                depth--;
            } else if (text.charAt(place) == '{' && ++depth > 0) {
                return place;
            }
        }
        return -1;
    }

    /** The character behind the place; a line end behind the last one. */
    public char next() {
        return offset < text.length() ? text.charAt(offset) : '\n';
    }

    /** Brackets of a kind that have no partner. */
    private final class Brackets {

        /** Opened before the place. */
        private int unclosed;
        /** Opened behind the place, at the end of the text for good. */
        private int inside;
        /** Closed behind the place. */
        private int unopened;

        Brackets(char open, char close) {
            int place = 0;
            for (Token part : verbatim) {
                count(place, part.offset(), open, close);
                place = part.offset() + part.length();
            }
            count(place, text.length(), open, close);
        }

        private void count(int from, int end, char open, char close) {
            for (int place = from; place < end; place++) {
                char character = text.charAt(place);
                if (character == open) {
                    opened(place < offset);
                } else if (character == close) {
                    closed(place < offset);
                }
            }
        }

        private void opened(boolean before) {
            if (before) {
                unclosed++;
            } else {
                inside++;
            }
        }

        private void closed(boolean before) {
            if (inside > 0) {
                inside--;
            } else if (unclosed > 0) {
                unclosed--;
            } else if (!before) {
                unopened++;
            }
        }
    }
}
