package dmvpn.dsl.values;

import dmvpn.dsl.words.Shown;

/**
 * A whole-number expression in the member's number {@code n}: {@code + - * / %}, parentheses, unary minus. Division
 * rounds down and the remainder has the divisor's sign, so that {@code {n/256}} and {@code {n%256}} count through octets.
 */
final class MemberExpression {

    private final String text;
    private final long member;
    private int position;
    private int depth;

    private MemberExpression(String text, long member) {
        this.text = text;
        this.member = member;
    }

    /**
     * The value for a member.
     *
     * @throws ComputedTextException with a sentence for people when the text is no expression or has no value
     */
    static long evaluate(String text, long member) {
        MemberExpression expression = new MemberExpression(text, member);
        try {
            long value = expression.sum();
            expression.skipBlanks();
            if (expression.position < text.length()) {
                throw expression.unexpected();
            }
            return value;
        } catch (ArithmeticException overflow) {
            throw new ComputedTextException(expression.shown() + " has no value for n = " + member + ": " + reason(overflow));
        }
    }

    private static String reason(ArithmeticException exception) {
        return "/ by zero".equals(exception.getMessage()) ? "it divides by zero" : "the number is too large";
    }

    private long sum() {
        long value = product();
        while (true) {
            if (accept('+')) {
                value = Math.addExact(value, product());
            } else if (accept('-')) {
                value = Math.subtractExact(value, product());
            } else {
                return value;
            }
        }
    }

    private long product() {
        long value = factor();
        while (true) {
            if (accept('*')) {
                value = Math.multiplyExact(value, factor());
            } else if (accept('/')) {
                value = Math.floorDiv(value, factor());
            } else if (accept('%')) {
                value = Math.floorMod(value, factor());
            } else {
                return value;
            }
        }
    }

    private long factor() {
        if (++depth > 100) {
            throw new ComputedTextException(shown() + " is nested too deeply");
        }
        try {
            if (accept('-')) {
                return Math.negateExact(factor());
            }
            if (accept('(')) {
                long value = sum();
                if (!accept(')')) {
                    throw new ComputedTextException(shown() + " lacks a closing parenthesis");
                }
                return value;
            }
            if (accept('n')) {
                return member;
            }
            return number();
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
