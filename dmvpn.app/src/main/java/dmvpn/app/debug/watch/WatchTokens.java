package dmvpn.app.debug.watch;

import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into tokens. */
final class WatchTokens {

    enum Kind {
        NAME,
        LITERAL,
        OPERATOR,
        DOT,
        KEY,
        OPEN,
        CLOSE,
        END
    }

    /**
     * A token.
     *
     * @param kind kind
     * @param text its text; of a key what is inside the brackets, of a string what is inside the quotes
     * @param column characters in front
     */
    record Token(Kind kind, String text, int column) {

        boolean is(Kind wanted, String word) {
            return kind == wanted && text.equals(word);
        }
    }

    private static final List<String> OPERATORS = List.of("==", "!=", "<=", ">=", "<", ">");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int place;

    private WatchTokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) throws WatchException {
        return new WatchTokens(text).read();
    }

    private List<Token> read() throws WatchException {
        skipBlanks();
        while (place < text.length()) {
            readOne();
            skipBlanks();
        }
        tokens.add(new Token(Kind.END, "", text.length()));
        return tokens;
    }

    private void skipBlanks() {
        while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
            place++;
        }
    }

    private void readOne() throws WatchException {
        char first = text.charAt(place);
        if (Character.isLetter(first) || first == '_') {
            take(Kind.NAME, endOfName());
        } else if (Character.isDigit(first) || first == ':') {
            take(Kind.LITERAL, endOfLiteral());
        } else if (first == '"') {
            quoted(Kind.LITERAL, '"', "the string has no end: a \" is missing");
        } else if (first == '[') {
            quoted(Kind.KEY, ']', "a ] is missing");
        } else if (first == '.') {
            take(Kind.DOT, place + 1);
        } else if (first == '(') {
            take(Kind.OPEN, place + 1);
        } else if (first == ')') {
            take(Kind.CLOSE, place + 1);
        } else {
            String operator = OPERATORS.stream().filter(each -> text.startsWith(each, place)).findFirst()
                    .orElseThrow(() -> new WatchException(place, "'" + first + "' has no meaning here; comparisons are "
                            + String.join(" ", OPERATORS) + " and contains"));
            take(Kind.OPERATOR, place + operator.length());
        }
    }

    private int endOfName() {
        int end = place;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || "_-".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    /** Addresses, prefixes, numbers and times: up to the next blank, bracket or comparison. */
    private int endOfLiteral() {
        int end = place;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && "()[]<>=!\"".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private void take(Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(place, end), place));
        place = end;
    }

    private void quoted(Kind kind, char close, String missing) throws WatchException {
        int end = text.indexOf(close, place + 1);
        if (end < 0) {
            throw new WatchException(place, missing);
        }
        tokens.add(new Token(kind, text.substring(place + 1, end).strip(), place));
        place = end + 1;
    }
}
