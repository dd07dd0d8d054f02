package dmvpn.app.debug.breakpoint;

import dmvpn.app.preview.LineDifference;
import dmvpn.app.preview.LineDifferences;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which lines of a text that was edited are those of the text that a run was started from: people point at lines of what they see,
 * and the run knows those that it was read from. Blanks at the ends of lines make no difference.
 */
public final class EditedLines {

    private final List<LineDifference> differences;

    private EditedLines(List<LineDifference> differences) {
        this.differences = differences;
    }

    /** Compares the text that a run was started from with what it has become. */
    public static EditedLines between(String started, String edited) {
        return new EditedLines(LineDifferences.between(stripped(started), stripped(edited)));
    }

    private static List<String> stripped(String text) {
        return text.lines().map(String::strip).toList();
    }

    /**
     * The line that a line of the edited text was when the run was started. A line that was changed in its place counts as the same.
     *
     * @param line line from 1
     * @return empty for a line that was written since
     */
    public OptionalInt started(int line) {
        int index = line - 1;
        int moved = 0;
        for (LineDifference difference : differences) {
            if (index < difference.firstLine()) {
                break;
            }
            if (index < difference.firstLine() + difference.added()) {
                return difference.added() == difference.removed().size() ? OptionalInt.of(line - moved) : OptionalInt.empty();
            }
            moved += difference.added() - difference.removed().size();
        }
        return OptionalInt.of(line - moved);
    }

    /**
     * The line that a line of the text that the run was started from has become. A line that was changed in its place counts as the same.
     *
     * @param line line from 1
     * @return empty for a line that is gone
     */
    public OptionalInt edited(int line) {
        int index = line - 1;
        int moved = 0;
        for (LineDifference difference : differences) {
            int first = difference.firstLine() - moved;
            if (index < first) {
                break;
            }
            if (index < first + difference.removed().size()) {
                return difference.added() == difference.removed().size() ? OptionalInt.of(line + moved) : OptionalInt.empty();
            }
            moved += difference.added() - difference.removed().size();
        }
        return OptionalInt.of(line + moved);
    }
}
