package dmvpn.app.debug;

import dmvpn.app.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What came of asking for a debugger.
 *
 * @param problems what is wrong with the model
 * @param model the file that was read
 * @param branches the histories of the run, of which there is one, that stands before the first event; empty when the model has
 *     errors and is not run
 */
public record DebugResult(List<Problem> problems, Path model, Optional<Branches> branches) {

    /** Keeps an immutable copy of the list. */
    public DebugResult {
        problems = List.copyOf(problems);
    }

    /** The debugger of the current history. */
    public Optional<Debugger> debugger() {
        return branches.map(histories -> histories.current().debugger());
    }
}
