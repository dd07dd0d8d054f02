package dmvpn.app.debug;

import dmvpn.app.debug.branch.RunChange;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One of several histories of a debugged run: that of the model, or one with changes.
 *
 * @param number 0 for that of the model, then from 1 on
 * @param parent number of the one that it left
 * @param changes what was changed on the way, in the order of time
 * @param debugger stands somewhere in it
 */
public record Branch(int number, int parent, List<RunChange> changes, Debugger debugger) {

    /** Number of the history that nobody changed. */
    public static final int UNCHANGED = 0;

    /** Keeps an immutable copy of the list. */
    public Branch {
        changes = List.copyOf(changes);
    }

    /** In one line. */
    public String title() {
        return changes.isEmpty() ? "as the model says"
                : changes.stream().map(RunChange::title).collect(Collectors.joining(", then "));
    }
}
