package dmvpn.app.scenario;

import static dmvpn.app.xml.XmlText.escaped;

import dmvpn.app.problem.Problem;
import dmvpn.app.scenario.ScenarioResult.ExpectationResult;
import java.util.List;

/**
 * Verdicts in the XML that build servers read: a suite per scenario, a case per expectation, and a suite of the errors
 * that kept models from running. The same verdicts give the same text: no times of the wall, no host names.
 */
public final class JunitXml {

    private JunitXml() {
    }

    /** The XML text. */
    public static String format(ScenarioTestResult result) {
        List<Problem> errors = result.problems().stream().filter(Problem::isError).toList();
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
        result.scenarios().forEach(scenario -> appendSuite(xml, scenario));
        if (!errors.isEmpty()) {
            xml.append("  <testsuite name=\"models\" tests=\"").append(errors.size()).append("\" failures=\"0\" errors=\"")
                    .append(errors.size()).append("\" skipped=\"0\">\n");
            errors.forEach(error -> appendError(xml, error));
            xml.append("  </testsuite>\n");
        }
        return xml.append("</testsuites>\n").toString();
    }

    private static void appendSuite(StringBuilder xml, ScenarioResult scenario) {
        long failures = scenario.expectations().stream().filter(expectation -> !expectation.passed()).count();
        String name = scenario.network() + "." + scenario.scenario();
        xml.append("  <testsuite name=\"").append(escaped(name)).append("\" tests=\"")
                .append(scenario.expectations().size()).append("\" failures=\"").append(failures)
                .append("\" errors=\"0\" skipped=\"0\">\n");
        for (ExpectationResult expectation : scenario.expectations()) {
            xml.append("    <testcase classname=\"").append(escaped(name)).append("\" name=\"")
                    .append(escaped(expectation.text())).append("\" file=\"").append(escaped(expectation.file()))
                    .append("\" line=\"").append(expectation.line()).append('"');
            if (expectation.passed()) {
                xml.append("/>\n");
            } else {
                xml.append(">\n      <failure message=\"").append(escaped(expectation.explanation())).append("\">")
                        .append(escaped(expectation.failure())).append("</failure>\n    </testcase>\n");
            }
        }
        xml.append("  </testsuite>\n");
    }

    private static void appendError(StringBuilder xml, Problem error) {
        xml.append("    <testcase classname=\"models\" name=\"").append(escaped(error.file() + ":" + error.line() + ":"
                + error.column() + " " + error.ruleId())).append("\">\n      <error message=\"")
                .append(escaped(error.message())).append("\">").append(escaped(error.text()))
                .append("</error>\n    </testcase>\n");
    }
}
