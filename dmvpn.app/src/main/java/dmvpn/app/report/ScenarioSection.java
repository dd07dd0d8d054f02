package dmvpn.app.report;

import dmvpn.app.scenario.ScenarioResult;
import dmvpn.app.scenario.ScenarioResult.ExpectationResult;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.scenario.Expectation;
import dmvpn.network.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The scenarios, what they expect, and what came of it where they were run. */
final class ScenarioSection {

    private final ReportContent content;
    private final Html html;
    private final Map<String, ScenarioResult> verdicts;

    ScenarioSection(ReportContent content, Html html) {
        this.content = content;
        this.html = html;
        this.verdicts = content.verdicts().stream().collect(Collectors.toMap(ScenarioResult::scenario, Function.identity(), (first, next) -> first));
    }

    void write() {
        html.element("h2 id=\"report-scenarios\"", "Scenarios");
        List<Scenario> scenarios = content.network().map(CompiledNetwork::scenarios).orElse(List.of());
        if (scenarios.isEmpty()) {
            html.element("p", "The model has no scenario.");
            return;
        }
        if (verdicts.isEmpty()) {
            html.element("p", content.ran() ? "They were not run: a model with errors is not simulated." : "They were not run for this report.");
        }
        scenarios.forEach(this::write);
    }

    private void write(Scenario scenario) {
        ScenarioResult verdict = verdicts.get(scenario.name());
        html.element("h3", scenario.name());
        html.open("p").element("span class=\"report-quiet\"", Words.duration(scenario.duration()) + ", seed " + scenario.seed() + ", "
                + Words.counted(scenario.actions().size(), "action"));
        if (verdict != null) {
            html.element("strong class=\"report-" + (verdict.passed() ? "passed" : "failed") + "\"", verdict.passed() ? "passed" : "failed");
        }
        html.close("p");
        if (verdict != null && !verdict.expectations().isEmpty()) {
            html.table(List.of("Expectation", "Verdict", "What was found"));
            verdict.expectations().forEach(this::writeRow);
            html.closeTable();
        } else if (!scenario.expectations().isEmpty()) {
            html.open("ul");
            scenario.expectations().stream().map(Expectation::text).forEach(text -> html.element("li", text));
            html.close("ul");
        }
    }

    private void writeRow(ExpectationResult expectation) {
        String violation = expectation.violation().isEmpty() ? "" : "; first event that shows it: " + expectation.violation();
        html.open("tr").cell(expectation.text())
                .element("td class=\"report-" + (expectation.passed() ? "passed" : "failed") + "\"", expectation.passed() ? "met" : "not met")
                .cell(expectation.explanation() + violation).close("tr");
    }
}
