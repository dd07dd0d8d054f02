package dmvpn.app.check;

import static dmvpn.app.xml.XmlText.escaped;

import dmvpn.app.problem.Problem;
import dmvpn.app.problem.SuppressedProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Problems in the XML that build servers read: a suite for each file, a case for each problem. Errors fail, what is
 * suppressed or known is skipped, warnings and infos pass and say so in their output; a file without problems is one case
 * that passes. The same problems give the same text: no times of the wall, no host names.
 */
final class JunitReport {

    /** A case, and its place in the XML. */
    private record Case(String name, int line, Outcome outcome, String message, String text) {
    }

    private enum Outcome {
        PASSED, FAILED, SKIPPED
    }

    private JunitReport() {
    }

    static String format(CheckResult result) {
        Map<String, List<Case>> suites = new LinkedHashMap<>();
        result.files().forEach(file -> suites.put(file, new ArrayList<>()));
        result.problems().forEach(problem -> add(suites, problem, problem.isError() ? Outcome.FAILED : Outcome.PASSED, problem.message()));
        for (SuppressedProblem suppressed : result.suppressed()) {
            add(suites, suppressed.problem(), Outcome.SKIPPED, "suppressed: " + suppressed.reason());
        }
        result.known().forEach(problem -> add(suites, problem, Outcome.SKIPPED, "known in the baseline"));
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
        suites.forEach((file, cases) -> appendSuite(xml, file, cases.isEmpty()
                ? List.of(new Case("no problems", 1, Outcome.PASSED, "", ""))
                : cases));
        return xml.append("</testsuites>\n").toString();
    }

    private static void add(Map<String, List<Case>> suites, Problem problem, Outcome outcome, String message) {
        suites.computeIfAbsent(problem.file(), file -> new ArrayList<>()).add(new Case(
                problem.line() + ":" + problem.column() + " " + problem.ruleId(), problem.line(), outcome, message, problem.text()));
    }

    private static void appendSuite(StringBuilder xml, String file, List<Case> cases) {
        xml.append("  <testsuite name=\"").append(escaped(file)).append("\" tests=\"").append(cases.size())
                .append("\" failures=\"").append(count(cases, Outcome.FAILED)).append("\" errors=\"0\" skipped=\"")
                .append(count(cases, Outcome.SKIPPED)).append("\">\n");
        for (Case each : cases) {
            xml.append("    <testcase classname=\"").append(escaped(file)).append("\" name=\"").append(escaped(each.name()))
                    .append("\" file=\"").append(escaped(file)).append("\" line=\"").append(each.line()).append('"');
            appendOutcome(xml, each);
        }
        xml.append("  </testsuite>\n");
    }

    private static void appendOutcome(StringBuilder xml, Case each) {
        if (each.text().isEmpty()) {
            xml.append("/>\n");
            return;
        }
        xml.append(">\n      ").append(switch (each.outcome()) {
            case FAILED -> "<failure message=\"" + escaped(each.message()) + "\">" + escaped(each.text()) + "</failure>";
            case SKIPPED -> "<skipped message=\"" + escaped(each.message()) + "\"/>";
            case PASSED -> "<system-out>" + escaped(each.text()) + "</system-out>";
        }).append("\n    </testcase>\n");
    }

    private static long count(List<Case> cases, Outcome outcome) {
        return cases.stream().filter(each -> each.outcome() == outcome).count();
    }
}
