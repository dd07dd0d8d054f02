package dmvpn.dsl.values;

import java.math.BigDecimal;
import java.util.Optional;

/** Decimal numbers without sign and exponent: {@code 42}, {@code 0.1}. */
public final class DecimalText {

    private static final int LONGEST = 30;

    private DecimalText() {
    }

    /** Reads a number, empty when the text is none. */
    public static Optional<BigDecimal> tryParse(String text) {
        int dots = 0;
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            if (c == '.') {
                dots++;
            } else if (c < '0' || c > '9') {
                return Optional.empty();
            }
        }
        if (text.isEmpty() || text.length() > LONGEST || dots > 1 || text.startsWith(".") || text.endsWith(".")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    /** Reads a whole number from 0 to 2^63-1, empty when the text is none. */
    public static Optional<Long> tryParseWhole(String text) {
        return tryParse(text)
                .filter(value -> value.scale() == 0 && value.toBigInteger().bitLength() < Long.SIZE)
                .map(BigDecimal::longValue);
    }
}
