package dmvpn.app.debug.table;

import dmvpn.app.debug.value.SteadyText;
import dmvpn.app.preview.LineDifference;
import dmvpn.app.preview.LineDifferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line that a command prints.
 *
 * @param text the line; of one that is gone what it was
 * @param change what became of it
 */
public record ComparedLine(String text, Change change) {

    /**
     * Compares what a command prints with what it printed at another instant. Clocks do not count.
     *
     * @param before empty to compare with nothing
     */
    public static List<ComparedLine> of(List<String> now, Optional<List<String>> before) {
        List<ComparedLine> lines = new ArrayList<>(now.stream().map(line -> new ComparedLine(line, Change.NONE)).toList());
        if (before.isPresent()) {
            List<LineDifference> differences = LineDifferences.between(steady(before.get()), steady(now));
            for (LineDifference difference : differences.reversed()) {
                Change change = difference.kind() == LineDifference.Kind.CHANGED ? Change.CHANGED : Change.ADDED;
                for (int line = difference.firstLine(); line < difference.firstLine() + difference.added(); line++) {
                    lines.set(line, new ComparedLine(now.get(line), change));
                }
                if (difference.kind() == LineDifference.Kind.REMOVED) {
                    lines.addAll(difference.firstLine(),
                            difference.removed().stream().map(gone -> new ComparedLine(gone, Change.REMOVED)).toList());
                }
            }
        }
        return lines;
    }

    private static List<String> steady(List<String> lines) {
        return lines.stream().map(SteadyText::withoutClocks).toList();
    }
}
