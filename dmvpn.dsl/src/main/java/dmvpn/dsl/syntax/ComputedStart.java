package dmvpn.dsl.syntax;

import org.antlr.runtime.CharStream;

/**
 * Tells a value that begins with a computed part, such as {@code {n}.0.0.0/8}, from the brace of a block: it is an expression
 * up to the closing brace, of digits, the member's number and operators alone, which no block is.
 */
public final class ComputedStart {

    private static final String OPERATORS = "+-*/%() \t";
    private static final String SEPARATORS = ".:-/";

    private ComputedStart() {
    }

    /**
     * Takes the value that begins at the position of a text.
     *
     * @return false when none begins there; then nothing is taken
     */
    public static boolean consume(CharStream text) {
        int length = length(text);
        for (int count = 0; count < length; count++) {
            text.consume();
        }
        return length > 0;
    }

    private static int length(CharStream text) {
        int length = expression(text, 0);
        if (length == 0) {
            return 0;
        }
        while (true) {
            int next = text.LA(length + 1);
            if (SEPARATORS.indexOf(next) >= 0) {
                length = behindSeparator(text, length + 1);
            } else if (isInValue(next)) {
                length++;
            } else {
                return length;
            }
        }
    }

    /** The end of an expression in braces; 0 when what is in the braces is something else. */
    private static int expression(CharStream text, int begin) {
        if (text.LA(begin + 1) != '{') {
            return 0;
        }
        boolean hasOperand = false;
        int position = begin + 2;
        for (int next = text.LA(position); next != '}'; next = text.LA(++position)) {
            boolean operand = next == 'n' || next >= '0' && next <= '9';
            if (!operand && OPERATORS.indexOf(next) < 0) {
                return 0;
            }
            hasOperand |= operand;
        }
        return hasOperand ? position : 0;
    }

    /** Braces directly behind a separator belong to the value whatever is in them, as in every value. */
    private static int behindSeparator(CharStream text, int begin) {
        int end = begin;
        while (text.LA(end + 1) == '{') {
            int position = end + 2;
            for (int next = text.LA(position); next != '}'; next = text.LA(++position)) {
                if (next == CharStream.EOF || next == '{' || next == '\n' || next == '\r') {
                    return end;
                }
            }
            end = position;
        }
        return end;
    }

    /** What continues a value that starts with a digit: see the terminal NUMBER of the grammar. */
    private static boolean isInValue(int next) {
        return next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z' || next >= '0' && next <= '9'
                || next == '_' || next == '%' || next == '+' || next == '*';
    }
}
