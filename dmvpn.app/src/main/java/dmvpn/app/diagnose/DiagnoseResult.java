package dmvpn.app.diagnose;

import dmvpn.app.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What came of a diagnosis.
 *
 * @param problems what is wrong with the model
 * @param diagnosis the diagnosis; empty when the model has errors and is not run
 */
public record DiagnoseResult(List<Problem> problems, Optional<Diagnosis> diagnosis) {

    /** Keeps an immutable copy of the list. */
    public DiagnoseResult {
        problems = List.copyOf(problems);
    }
}
