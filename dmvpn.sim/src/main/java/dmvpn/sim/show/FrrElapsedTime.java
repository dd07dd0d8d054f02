package dmvpn.sim.show;

import java.util.Locale;

/** Times as the tables of FRRouting print them: {@code 00:07:52}, {@code 6d12h30m}, {@code 03w5d02h} (lib/frrtime.h). */
public final class FrrElapsedTime {

    private static final long SECONDS_PER_MINUTE = 60;
    private static final long SECONDS_PER_HOUR = 3_600;
    private static final long SECONDS_PER_DAY = 24 * SECONDS_PER_HOUR;
    private static final long SECONDS_PER_WEEK = 7 * SECONDS_PER_DAY;

    private FrrElapsedTime() {
    }

    /**
     * Formats a span of time; fractions of a second are cut off.
     *
     * @param nanos nanoseconds, not negative
     */
    public static String format(long nanos) {
        long seconds = nanos / 1_000_000_000L;
        long hours = seconds % SECONDS_PER_DAY / SECONDS_PER_HOUR;
        if (seconds < SECONDS_PER_DAY) {
            return ElapsedTime.clock(nanos);
        }
        if (seconds < SECONDS_PER_WEEK) {
            return String.format(Locale.ROOT, "%dd%02dh%02dm", seconds / SECONDS_PER_DAY, hours,
                    seconds % SECONDS_PER_HOUR / SECONDS_PER_MINUTE);
        }
        return String.format(Locale.ROOT, "%02dw%dd%02dh", seconds / SECONDS_PER_WEEK,
                seconds % SECONDS_PER_WEEK / SECONDS_PER_DAY, hours);
    }
}
