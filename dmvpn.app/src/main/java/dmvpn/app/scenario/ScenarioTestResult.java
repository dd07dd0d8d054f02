package dmvpn.app.scenario;

import dmvpn.app.problem.Problem;
import java.util.List;

/**
 * What came of the scenarios of some models.
 *
 * @param problems what is wrong with the models; those with an error were not run
 * @param scenarios what came of the scenarios, in the order of files and text
 * @param notRun files whose scenarios did not run, since something is wrong with the model
 * @param cancelled true when it was stopped before its end
 */
public record ScenarioTestResult(List<Problem> problems, List<ScenarioResult> scenarios, List<String> notRun,
        boolean cancelled) {

    /** Keeps immutable copies of the lists. */
    public ScenarioTestResult {
        problems = List.copyOf(problems);
        scenarios = List.copyOf(scenarios);
        notRun = List.copyOf(notRun);
    }

    /** True when all models could be run and every expectation was met. */
    public boolean passed() {
        return problems.stream().noneMatch(Problem::isError) && scenarios.stream().allMatch(ScenarioResult::passed);
    }
}
