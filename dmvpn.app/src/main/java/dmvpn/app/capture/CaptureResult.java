package dmvpn.app.capture;

import dmvpn.app.problem.Problem;
import java.util.List;

/**
 * What came of a capture.
 *
 * @param problems what is wrong with the model; with an error among them nothing was captured
 * @param packets number of packets on wires, counted at each end
 * @param cancelled true when the run was stopped before its end
 */
public record CaptureResult(List<Problem> problems, long packets, boolean cancelled) {

    /** Keeps an immutable copy of the list. */
    public CaptureResult {
        problems = List.copyOf(problems);
    }

    /** True when nothing was captured because the model is wrong. */
    public boolean isRefused() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
