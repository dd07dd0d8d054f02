package dmvpn.dsl.values;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Bit rates as people write them: {@code 100Mbps}, {@code 1.5Gbps}, {@code 256kbps}, {@code 9600bps}. */
public final class RateText {

    /** What a rate looks like, for messages. */
    public static final String EXPECTED = "a rate such as 256kbps, 100Mbps or 1Gbps";

    private static final Map<String, Long> BITS_OF_UNIT = Map.of(
            "bps", 1L,
            "kbps", 1_000L,
            "mbps", 1_000_000L,
            "gbps", 1_000_000_000L,
            "tbps", 1_000_000_000_000L);

    private RateText() {
    }

    /** Reads a rate in bits per second, empty when the text is none or less than one bit per second. */
    public static Optional<Long> tryParse(String text) {
        int unitStart = 0;
        while (unitStart < text.length() && !Character.isLetter(text.charAt(unitStart))) {
            unitStart++;
        }
        Long unit = BITS_OF_UNIT.get(text.substring(unitStart).toLowerCase(Locale.ROOT));
        if (unit == null) {
            return Optional.empty();
        }
        return DecimalText.tryParse(text.substring(0, unitStart))
                .map(number -> number.multiply(BigDecimal.valueOf(unit)))
                .filter(bits -> bits.compareTo(BigDecimal.ONE) >= 0
                        && bits.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0)
                .map(BigDecimal::longValue);
    }
}
