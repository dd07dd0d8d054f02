package dmvpn.dsl.values;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Durations as people write them: {@code 20ms}, {@code 30s}, {@code 10min}, {@code 24h}, {@code 1h30m}, {@code 0.5s}. */
public final class DurationText {

    /** What a duration looks like, for messages. */
    public static final String EXPECTED = "a duration such as 20ms, 30s, 10min or 1h30m";

    private static final Map<String, Long> NANOS_OF_UNIT = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "min", 60_000_000_000L,
            "h", 3_600_000_000_000L,
            "d", 86_400_000_000_000L);

    private DurationText() {
    }

    /**
     * Reads a duration: numbers with units, the larger unit first.
     *
     * @return empty when the text is none, a unit is missing or repeated, or the value exceeds 292 years
     */
    public static Optional<Duration> tryParse(String text) {
        long nanos = 0;
        long previousUnit = Long.MAX_VALUE;
        int position = 0;
        while (position < text.length()) {
            int unitStart = endOfNumber(text, position);
            int next = endOfUnit(text, unitStart);
            Long unit = NANOS_OF_UNIT.get(text.substring(unitStart, next));
            if (unitStart == position || unit == null || unit >= previousUnit) {
                return Optional.empty();
            }
            Optional<Long> part = nanosOf(text.substring(position, unitStart), unit);
            if (part.isEmpty() || nanos + part.get() < 0) {
                return Optional.empty();
            }
            nanos += part.get();
            previousUnit = unit;
            position = next;
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }

    private static int endOfNumber(String text, int start) {
        int end = start;
        while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        return end;
    }

    private static int endOfUnit(String text, int start) {
        int end = start;
        while (end < text.length() && !isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static Optional<Long> nanosOf(String number, long nanosOfUnit) {
        return DecimalText.tryParse(number).map(value -> value.multiply(java.math.BigDecimal.valueOf(nanosOfUnit)))
                .filter(value -> value.signum() >= 0
                        && value.compareTo(java.math.BigDecimal.valueOf(Long.MAX_VALUE)) <= 0)
                .map(java.math.BigDecimal::longValue);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
