package dmvpn.app.debug.watch;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as routers write them: {@code 00:09:58}, {@code 1d02h}, {@code 2w3d}, {@code 1y10w}. */
final class Clocks {

    private static final Pattern HOURS_MINUTES_SECONDS = Pattern.compile("(\\d{1,9}):(\\d\\d):(\\d\\d)");
    private static final Pattern TWO_UNITS = Pattern.compile("(\\d{1,9})([dwy])(\\d{1,2})([hdw])");
    private static final Map<String, Long> SECONDS = Map.of("h", 3_600L, "d", 86_400L, "w", 7 * 86_400L, "y", 365 * 86_400L);

    private Clocks() {
    }

    /** Whole seconds; empty for what is no such time. */
    static Optional<Long> seconds(String text) {
        Matcher clock = HOURS_MINUTES_SECONDS.matcher(text);
        if (clock.matches()) {
            return Optional.of(Long.parseLong(clock.group(1)) * 3_600 + Long.parseLong(clock.group(2)) * 60 + Long.parseLong(clock.group(3)));
        }
        Matcher units = TWO_UNITS.matcher(text);
        return units.matches() ? Optional.of(Long.parseLong(units.group(1)) * SECONDS.get(units.group(2))
                + Long.parseLong(units.group(3)) * SECONDS.get(units.group(4))) : Optional.empty();
    }
}
