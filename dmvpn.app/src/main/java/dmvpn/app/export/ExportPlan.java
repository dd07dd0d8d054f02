package dmvpn.app.export;

import dmvpn.app.problem.Problem;
import java.util.List;

/**
 * What an export would write.
 *
 * @param problems what is wrong with the model; with an error among them nothing can be written
 * @param files files in the order of the model's routers
 */
public record ExportPlan(List<Problem> problems, List<PlannedFile> files) {

    /** Keeps immutable copies of the lists. */
    public ExportPlan {
        problems = List.copyOf(problems);
        files = List.copyOf(files);
    }

    /** True when nothing can be written because the model is wrong. */
    public boolean isRefused() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
