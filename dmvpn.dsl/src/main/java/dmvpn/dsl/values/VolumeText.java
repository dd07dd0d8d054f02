package dmvpn.dsl.values;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Amounts of traffic as people write them: {@code 4608000kB}, {@code 500MB}, {@code 4.5GB}; a unit is 1024 of the next. */
public final class VolumeText {

    /** What an amount looks like, for messages. */
    public static final String EXPECTED = "an amount of traffic such as 500MB or 4GB";

    private static final Map<String, Long> KILOBYTES_OF_UNIT = Map.of("kb", 1L, "mb", 1L << 10, "gb", 1L << 20, "tb", 1L << 30);

    private VolumeText() {
    }

    /** Reads an amount in whole kilobytes, empty when the text is none or less than one. */
    public static Optional<Long> tryParseKilobytes(String text) {
        int unitStart = 0;
        while (unitStart < text.length() && !Character.isLetter(text.charAt(unitStart))) {
            unitStart++;
        }
        Long unit = KILOBYTES_OF_UNIT.get(text.substring(unitStart).toLowerCase(Locale.ROOT));
        if (unit == null) {
            return Optional.empty();
        }
        return DecimalText.tryParse(text.substring(0, unitStart))
                .map(number -> number.multiply(BigDecimal.valueOf(unit)))
                .filter(kilobytes -> kilobytes.compareTo(BigDecimal.ONE) >= 0
                        && kilobytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0)
                .map(BigDecimal::longValue);
    }
}
