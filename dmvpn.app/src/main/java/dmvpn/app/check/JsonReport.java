package dmvpn.app.check;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import dmvpn.app.problem.Problem;
import dmvpn.app.problem.SuppressedProblem;

/** Problems as JSON, one object a line; {@code type} tells them apart, and the last line sums up. */
final class JsonReport {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private JsonReport() {
    }

    static String format(CheckResult result) {
        StringBuilder lines = new StringBuilder();
        result.problems().forEach(problem -> line(lines, object("problem", problem)));
        for (SuppressedProblem suppressed : result.suppressed()) {
            JsonObject object = object("suppressed", suppressed.problem());
            object.addProperty("reason", suppressed.reason());
            line(lines, object);
        }
        result.known().forEach(problem -> line(lines, object("known", problem)));
        JsonObject summary = new JsonObject();
        summary.addProperty("type", "summary");
        summary.addProperty("files", result.files().size());
        for (String severity : new String[] {"error", "warning", "info"}) {
            summary.addProperty(severity,
                    result.problems().stream().filter(problem -> problem.severity().equals(severity)).count());
        }
        summary.addProperty("suppressed", result.suppressed().size());
        summary.addProperty("known", result.known().size());
        line(lines, summary);
        return lines.toString();
    }

    private static void line(StringBuilder lines, JsonObject object) {
        lines.append(GSON.toJson(object)).append('\n');
    }

    private static JsonObject object(String type, Problem problem) {
        JsonObject object = new JsonObject();
        object.addProperty("type", type);
        object.addProperty("file", problem.file());
        object.addProperty("line", problem.line());
        object.addProperty("column", problem.column());
        object.addProperty("endLine", problem.endLine());
        object.addProperty("endColumn", problem.endColumn());
        object.addProperty("severity", problem.severity());
        object.addProperty("rule", problem.ruleId());
        object.addProperty("message", problem.message());
        if (!problem.element().isEmpty()) {
            object.addProperty("element", problem.element());
        }
        return object;
    }
}
