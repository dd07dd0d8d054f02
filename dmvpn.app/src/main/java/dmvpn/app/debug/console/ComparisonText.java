package dmvpn.app.debug.console;

import dmvpn.app.debug.Branch;
import dmvpn.app.debug.BranchComparison;
import dmvpn.app.debug.value.TableDifference;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.TimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** In what two branches differ, as lines of text. */
public final class ComparisonText {

    private ComparisonText() {
    }

    /** The first events that differ, and the tables that do at the end. */
    public static List<String> lines(Branch one, Branch other, BranchComparison comparison) {
        String instant = TimeText.instant(comparison.instant().toNanos()) + " s";
        if (comparison.isAlike()) {
            return List.of("branches " + one.number() + " and " + other.number() + " are alike up to " + instant);
        }
        List<String> lines = new ArrayList<>();
        if (comparison.firstOfOne().isPresent() || comparison.firstOfOther().isPresent()) {
            lines.add("first difference:");
            lines.add("  " + one.number() + ": " + text(comparison.firstOfOne(), instant));
            lines.add("  " + other.number() + ": " + text(comparison.firstOfOther(), instant));
        }
        lines.add("tables at " + instant + ":" + (comparison.differences().isEmpty() ? " alike" : ""));
        comparison.differences().forEach(each -> lines.add("  " + each.router() + " " + text(each.difference())));
        return lines;
    }

    private static String text(Optional<RecordedEvent> event, String instant) {
        return event.map(first -> TimeText.instant(first.timeNanos()) + " s  " + first.nodeName() + "  " + first.protocol() + " " + first.message()
                + (first.reason().isEmpty() ? "" : "  (" + first.reason() + ")")).orElse("nothing more up to " + instant);
    }

    private static String text(TableDifference difference) {
        return difference.table() + " [" + difference.row() + "]" + (difference.column().isEmpty() ? "" : " " + difference.column()) + ": "
                + difference.before().orElse("absent") + " -> " + difference.after().orElse("absent");
    }
}
