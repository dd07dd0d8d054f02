package dmvpn.app.check;

import dmvpn.app.problem.Problem;
import java.util.List;

/**
 * What is wrong with some models.
 *
 * @param files number of models checked
 * @param problems problems by file, then by place
 */
public record CheckResult(int files, List<Problem> problems) {

    /** Keeps an immutable copy of the list. */
    public CheckResult {
        problems = List.copyOf(problems);
    }

    /** Number of errors. */
    public long errors() {
        return problems.stream().filter(Problem::isError).count();
    }

    /** True when a model is wrong. */
    public boolean hasErrors() {
        return errors() > 0;
    }
}
