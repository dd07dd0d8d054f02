package dmvpn.app.report;

import java.time.Duration;

/** How the page says numbers and times. */
final class Words {

    private static final int SECONDS_OF_MINUTE = 60;

    private Words() {
    }

    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** As models write it: {@code 24h}, {@code 10min}, {@code 90s}, {@code 1500ms}. */
    static String duration(Duration duration) {
        if (duration.toMillis() % Duration.ofSeconds(1).toMillis() != 0) {
            return duration.toMillis() + "ms";
        }
        long seconds = duration.toSeconds();
        if (seconds == 0 || seconds % SECONDS_OF_MINUTE != 0) {
            return seconds + "s";
        }
        return duration.toMinutes() % SECONDS_OF_MINUTE == 0 ? duration.toHours() + "h" : duration.toMinutes() + "min";
    }
}
