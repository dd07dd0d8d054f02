package dmvpn.app.check;

import dmvpn.app.problem.Problem;
import dmvpn.app.problem.SuppressedProblem;
import java.util.List;

/**
 * What is wrong with some models.
 *
 * @param files the models that were checked, as they were named or found
 * @param problems problems by file, then by place
 * @param suppressed problems that comments in the models suppress
 * @param known problems that a baseline knows
 */
public record CheckResult(List<String> files, List<Problem> problems, List<SuppressedProblem> suppressed,
        List<Problem> known) {

    /** Keeps immutable copies of the lists. */
    public CheckResult {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
        suppressed = List.copyOf(suppressed);
        known = List.copyOf(known);
    }

    /** The same without what is suppressed or known. */
    public CheckResult withoutAccepted() {
        return new CheckResult(files, problems, List.of(), List.of());
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
