package dmvpn.dsl.values;

import java.math.BigDecimal;
import java.util.Optional;

/** Shares of a whole: {@code 0.1%}, {@code 100%}. */
public final class PercentText {

    /** What a share looks like, for messages. */
    public static final String EXPECTED = "a percentage from 0% to 100%, such as 0.1%";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private PercentText() {
    }

    /** Reads a percentage as a number from 0 to 1, empty when the text is none. */
    public static Optional<Double> tryParse(String text) {
        if (!text.endsWith("%")) {
            return Optional.empty();
        }
        return DecimalText.tryParse(text.substring(0, text.length() - 1))
                .filter(percent -> percent.compareTo(HUNDRED) <= 0)
                .map(percent -> percent.divide(HUNDRED).doubleValue());
    }
}
