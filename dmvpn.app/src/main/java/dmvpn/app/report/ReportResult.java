package dmvpn.app.report;

import dmvpn.app.problem.Problem;
import dmvpn.app.scenario.ScenarioResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What came of a report.
 *
 * @param problems what is wrong with the model and with the rules file of its project
 * @param file the page; empty when the model cannot be read at all, or when it was cancelled
 * @param scenarios what came of the scenarios that were run
 * @param cancelled true when it was stopped before its end, so that nothing was written
 */
public record ReportResult(List<Problem> problems, Optional<Path> file, List<ScenarioResult> scenarios, boolean cancelled) {

    /** Keeps immutable copies of the lists. */
    public ReportResult {
        problems = List.copyOf(problems);
        scenarios = List.copyOf(scenarios);
    }

    /** True when the model is wrong, so that the report may lack something. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** True when nothing is wrong, and every expectation that was looked at is met. */
    public boolean isGood() {
        return !hasErrors() && scenarios.stream().allMatch(ScenarioResult::passed);
    }
}
