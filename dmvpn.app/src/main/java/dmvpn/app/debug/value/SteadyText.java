package dmvpn.app.debug.value;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values without their clocks: ages and times to live run by themselves, and that is no change. */
public final class SteadyText {

    /** As routers write them: {@code 00:09:58}, {@code 1d02h}, {@code 2w3d}. */
    private static final Pattern CLOCK = Pattern.compile("\\b(?:\\d+:\\d\\d:\\d\\d|\\d+d\\d\\dh|\\d+w\\d+d|\\d+y\\d+w)\\b");

    /** Columns that are clocks in seconds. */
    private static final Set<String> SECONDS = Set.of("remainingSeconds", "activeSeconds", "age", "deadIn", "since", "uptime");

    private SteadyText() {
    }

    /** A value with all its parts; a whole made of parts is what they are, whatever it says itself. */
    public static String of(DebugVariable variable) {
        if (variable.children().isEmpty()) {
            return of(variable.name(), variable.value());
        }
        return variable.children().stream().map(child -> child.name() + "=" + of(child)).collect(Collectors.joining(",", "{", "}"));
    }

    /** A value of that name. */
    public static String of(String name, String value) {
        return isClock(name) ? "" : withoutClocks(value);
    }

    /** True for a column that is a clock in seconds. */
    static boolean isClock(String column) {
        return SECONDS.contains(column);
    }

    /** A text without the clocks in it. */
    public static String withoutClocks(String value) {
        return CLOCK.matcher(value).replaceAll("");
    }
}
