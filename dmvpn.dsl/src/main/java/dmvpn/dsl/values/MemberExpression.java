package dmvpn.dsl.values;

import dmvpn.dsl.words.Shown;
import java.util.function.LongUnaryOperator;

/**
 * A whole-number expression in the member's number {@code n}: {@code + - * / %}, parentheses, unary minus. Division
 * rounds down and the remainder has the divisor's sign, so that {@code {n/256}} and {@code {n%256}} count through octets.
 */
final class MemberExpression {

    private static final int MOST_OPERATORS = 1_000;

    private final String text;
    private int position;
    private int depth;
    private int operators;

    private MemberExpression(String text) {
        this.text = text;
    }

    /**
     * What the text computes from a member's number. It throws a {@link ComputedTextException} with a sentence for people where
     * it has no value.
     *
     * @throws ComputedTextException with a sentence for people when the text is no expression
     */
    static LongUnaryOperator prepare(String text) {
        MemberExpression expression = new MemberExpression(text);
        LongUnaryOperator value = expression.sum();
        expression.skipBlanks();
        if (expression.position < text.length()) {
            throw expression.unexpected();
        }
        return member -> {
            try {
                return value.applyAsLong(member);
            } catch (ArithmeticException overflow) {
                throw noValue(text, member, "the number is too large");
            } catch (DivisionByZeroException zero) {
                throw noValue(text, member, "it divides by zero");
            }
        };
    }

    /** Of our own, since the virtual machine throws its own without a message where it throws it often. */
    private static final class DivisionByZeroException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static ComputedTextException noValue(String text, long member, String reason) {
        return new ComputedTextException(shown(text) + " has no value for n = " + member + ": " + reason);
    }

    private static long divisor(long value) {
        if (value == 0) {
            throw new DivisionByZeroException();
        }
        return value;
    }

    private LongUnaryOperator sum() {
        LongUnaryOperator value = product();
        while (true) {
            LongUnaryOperator left = value;
            countOperator();
            if (accept('+')) {
                LongUnaryOperator right = product();
                value = member -> Math.addExact(left.applyAsLong(member), right.applyAsLong(member));
            } else if (accept('-')) {
                LongUnaryOperator right = product();
                value = member -> Math.subtractExact(left.applyAsLong(member), right.applyAsLong(member));
            } else {
                return value;
            }
        }
    }

    /** Each operator waits for what is left of it, so a row of thousands would need as deep a stack. */
    private void countOperator() {
        if (++operators > MOST_OPERATORS) {
            throw new ComputedTextException(shown() + " is too long");
        }
    }

    private LongUnaryOperator product() {
        LongUnaryOperator value = factor();
        while (true) {
            LongUnaryOperator left = value;
            countOperator();
            if (accept('*')) {
                LongUnaryOperator right = factor();
                value = member -> Math.multiplyExact(left.applyAsLong(member), right.applyAsLong(member));
            } else if (accept('/')) {
                LongUnaryOperator right = factor();
                value = member -> Math.floorDiv(left.applyAsLong(member), divisor(right.applyAsLong(member)));
            } else if (accept('%')) {
                LongUnaryOperator right = factor();
                value = member -> Math.floorMod(left.applyAsLong(member), divisor(right.applyAsLong(member)));
            } else {
                return value;
            }
        }
    }

    private LongUnaryOperator factor() {
        if (++depth > 100) {
            throw new ComputedTextException(shown() + " is nested too deeply");
        }
        try {
            if (accept('-')) {
                LongUnaryOperator positive = factor();
                return member -> Math.negateExact(positive.applyAsLong(member));
            }
            if (accept('(')) {
                LongUnaryOperator value = sum();
                if (!accept(')')) {
                    throw new ComputedTextException(shown() + " lacks a closing parenthesis");
                }
                return value;
            }
            if (accept('n')) {
                return LongUnaryOperator.identity();
            }
            long number = number();
            return member -> number;
        } finally {
            depth--;
        }
    }

    private long number() {
        skipBlanks();
        int start = position;
        while (position < text.length() && Character.isDigit(text.charAt(position))) {
            position++;
        }
        if (start == position) {
            throw unexpected();
        }
        return DecimalText.tryParseWhole(text.substring(start, position))
                .orElseThrow(() -> new ComputedTextException("The number in " + shown() + " is too large"));
    }

    private String shown() {
        return shown(text);
    }

    private static String shown(String text) {
        return "{" + Shown.of(text) + "}";
    }

    private boolean accept(char wanted) {
        skipBlanks();
        if (position < text.length() && text.charAt(position) == wanted) {
            position++;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
    }

    private ComputedTextException unexpected() {
        String found = position < text.length() ? "'" + text.charAt(position) + "'" : "the end";
        return new ComputedTextException(shown() + " is not an expression at " + found
                + ": expected numbers, n, + - * / % and parentheses, such as {10+n}");
    }
}
