package dmvpn.app.show;

import dmvpn.app.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What came of asking for a router.
 *
 * @param problems what is wrong with the model
 * @param console answers commands; empty when the model has errors and is not run
 */
public record ShowResult(List<Problem> problems, Optional<RouterConsole> console) {

    /** Keeps an immutable copy of the list. */
    public ShowResult {
        problems = List.copyOf(problems);
    }
}
