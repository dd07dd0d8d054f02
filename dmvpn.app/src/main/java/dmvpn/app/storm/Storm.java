package dmvpn.app.storm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Faults and repairs on a timeline; behind the last instant nothing is broken.
 *
 * @param seed what all of it follows from, together with the network
 * @param steps faults and repairs in the order of their time
 * @param repaired when the last fault is repaired, counted from power on
 */
public record Storm(long seed, List<StormStep> steps, Duration repaired) {

    /** Keeps an immutable copy of the list. */
    public Storm {
        steps = List.copyOf(steps);
    }

    /**
     * The storm as a scenario of the language, to be run, stepped through and kept.
     *
     * @param until length of the scenario
     * @param traffic statements of the pings
     */
    List<String> scenario(Duration until, List<String> traffic) {
        List<String> lines = new ArrayList<>();
        lines.add("scenario Storm" + seed + " {");
        lines.add("  seed " + seed + "  duration " + text(until));
        traffic.forEach(statement -> lines.add("  " + statement));
        steps.forEach(step -> lines.add("  at " + text(step.action().at()) + " " + step.statement()));
        lines.add("}");
        return lines;
    }

    /** As the language writes it. */
    static String text(Duration duration) {
        return duration.toMillisPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }
}
