package dmvpn.app.report;

import dmvpn.app.problem.Problem;
import dmvpn.app.problem.SuppressedProblem;
import dmvpn.app.rules.RuleText;
import dmvpn.app.rules.RulesService;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the rules find: severity, rule, place and what to do; and what comments in the model accept. */
final class FindingSection {

    private final ReportContent content;
    private final Html html;
    private final Map<String, String> titles =
            new RulesService().all().stream().collect(Collectors.toMap(RuleText::id, RuleText::title, (first, next) -> first));

    FindingSection(ReportContent content, Html html) {
        this.content = content;
        this.html = html;
    }

    void write() {
        html.element("h2 id=\"report-findings\"", "Findings");
        if (content.problems().isEmpty()) {
            html.element("p", "The rules find nothing.");
        } else {
            html.table(List.of("Severity", "Rule", "Place", "Finding"));
            content.problems().forEach(problem -> writeRow(problem, problem.message()));
            html.closeTable();
        }
        if (!content.model().suppressed().isEmpty()) {
            html.element("h3", "Accepted in the model").table(List.of("Severity", "Rule", "Place", "Why it is accepted"));
            for (SuppressedProblem accepted : content.model().suppressed()) {
                writeRow(accepted.problem(), accepted.reason());
            }
            html.closeTable();
        }
    }

    private void writeRow(Problem problem, String said) {
        html.open("tr").element("td class=\"report-" + problem.severity() + "\"", problem.severity()).open("td").element("div", problem.ruleId());
        if (titles.containsKey(problem.ruleId())) {
            html.element("div class=\"report-quiet\"", titles.get(problem.ruleId()));
        }
        html.close("td").cell(content.place(problem.file(), problem.line(), problem.column())).cell(said).close("tr");
    }
}
