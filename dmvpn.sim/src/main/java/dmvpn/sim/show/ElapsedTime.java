package dmvpn.sim.show;

import java.util.Locale;

/** Times as the tables of IOS print them: {@code 00:07:52}, {@code 6d12h}, {@code 3w5d}, {@code 1y4w}. */
public final class ElapsedTime {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long SECONDS_PER_HOUR = 3_600;
    private static final long HOURS_PER_DAY = 24;
    private static final long DAYS_PER_WEEK = 7;
    private static final long WEEKS_PER_YEAR = 52;

    private ElapsedTime() {
    }

    /**
     * Formats a span of time; fractions of a second are cut off.
     *
     * @param nanos nanoseconds, negative counts as 0
     */
    public static String format(long nanos) {
        long seconds = Math.max(nanos, 0) / NANOS_PER_SECOND;
        long hours = seconds / SECONDS_PER_HOUR;
        long days = hours / HOURS_PER_DAY;
        long weeks = days / DAYS_PER_WEEK;
        if (days == 0) {
            return clock(nanos);
        }
        if (weeks == 0) {
            return String.format(Locale.ROOT, "%dd%02dh", days, hours % HOURS_PER_DAY);
        }
        if (weeks < WEEKS_PER_YEAR) {
            return weeks + "w" + days % DAYS_PER_WEEK + "d";
        }
        return weeks / WEEKS_PER_YEAR + "y" + weeks % WEEKS_PER_YEAR + "w";
    }

    /** Hours, minutes and seconds however long it is: {@code 00:09:58}, {@code 167:59:59}. */
    public static String clock(long nanos) {
        long seconds = Math.max(nanos, 0) / NANOS_PER_SECOND;
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / SECONDS_PER_HOUR, seconds / 60 % 60, seconds % 60);
    }
}
