package dmvpn.app.simulate;

import dmvpn.app.problem.Problem;
import java.util.List;

/**
 * What came of a run.
 *
 * @param problems what is wrong with the model; with an error among them it was not run
 * @param ran true when it was run
 * @param cancelled true when the run was stopped before its end
 * @param events number of recorded events
 * @param failedExpectations number of expectations of the scenario that were not met
 * @param notes what a person should know besides, in sentences
 */
public record SimulateResult(
        List<Problem> problems,
        boolean ran,
        boolean cancelled,
        int events,
        long failedExpectations,
        List<String> notes) {

    /** Keeps immutable copies of the lists. */
    public SimulateResult {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** A model that is not run because of its errors. */
    static SimulateResult notRun(List<Problem> problems) {
        return new SimulateResult(problems, false, false, 0, 0, List.of());
    }
}
