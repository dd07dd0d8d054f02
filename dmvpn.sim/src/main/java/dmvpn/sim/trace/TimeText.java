package dmvpn.sim.trace;

/** Instants and spans of a run as text; always with a point, whatever the locale. */
public final class TimeText {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final long NANOS_PER_MICRO = 1_000L;

    private TimeText() {
    }

    /** Seconds with three decimals, or with nine when the instant is no whole millisecond: {@code 1.010}. */
    public static String instant(long nanos) {
        long fraction = nanos % NANOS_PER_SECOND;
        boolean wholeMillis = fraction % NANOS_PER_MILLI == 0;
        String digits = Long.toString(wholeMillis ? fraction / NANOS_PER_MILLI : fraction);
        return nanos / NANOS_PER_SECOND + "." + "0".repeat((wholeMillis ? 3 : 9) - digits.length()) + digits;
    }

    /** The largest unit that divides the span: {@code 600s}, {@code 1500ms}, {@code 20us}, {@code 7ns}. */
    public static String duration(long nanos) {
        if (nanos % NANOS_PER_SECOND == 0) {
            return nanos / NANOS_PER_SECOND + "s";
        }
        if (nanos % NANOS_PER_MILLI == 0) {
            return nanos / NANOS_PER_MILLI + "ms";
        }
        return nanos % NANOS_PER_MICRO == 0 ? nanos / NANOS_PER_MICRO + "us" : nanos + "ns";
    }
}
