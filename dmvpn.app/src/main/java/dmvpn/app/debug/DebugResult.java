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
 * @param debugger stands before the first event; empty when the model has errors and is not run
 */
public record DebugResult(List<Problem> problems, Path model, Optional<Debugger> debugger) {

    /** Keeps an immutable copy of the list. */
    public DebugResult {
        problems = List.copyOf(problems);
    }
}
