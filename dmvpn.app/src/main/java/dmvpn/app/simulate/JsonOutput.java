package dmvpn.app.simulate;

import dmvpn.sim.RouterView;
import dmvpn.sim.invariant.Violation;
import dmvpn.sim.scenario.Verdict;
import dmvpn.sim.show.StateTable;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.TimeText;
import dmvpn.sim.trace.json.JsonLines;
import dmvpn.sim.trace.json.JsonWriter;
import java.util.List;
import java.util.function.Consumer;

/** Shows a run as JSON, one object a line; {@code type} tells events, tables and verdicts apart. */
final class JsonOutput implements RunOutput {

    private final Consumer<String> out;

    JsonOutput(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public void begin(String network, String scenario, long seed, long lengthNanos) {
        StringBuilder line = new StringBuilder();
        JsonWriter json = begin(line, "run");
        json.name("network").value(network);
        json.name("scenario").value(scenario.isEmpty() ? null : scenario);
        json.name("seed").value(seed);
        json.name("lengthNanos").value(lengthNanos);
        json.name("length").value(TimeText.instant(lengthNanos));
        end(json, line);
    }

    @Override
    public void event(RecordedEvent event) {
        out.accept(JsonLines.format(event));
    }

    @Override
    public void tables(RouterView router) {
        for (StateTable table : router.stateTables()) {
            StringBuilder line = new StringBuilder();
            JsonWriter json = begin(line, "table");
            json.name("router").value(router.name());
            json.name("table").value(table.name());
            json.name("rows").beginArray();
            table.rows().forEach(row -> writeRow(json, table.columns(), row));
            json.endArray();
            end(json, line);
        }
    }

    private static void writeRow(JsonWriter json, List<String> columns, List<String> row) {
        json.beginObject();
        for (int column = 0; column < columns.size(); column++) {
            json.name(columns.get(column)).value(row.get(column));
        }
        json.endObject();
    }

    @Override
    public void violation(Violation violation) {
        StringBuilder line = new StringBuilder();
        JsonWriter json = begin(line, "violation");
        json.name("invariant").value(violation.invariant());
        json.name("explanation").value(violation.explanation());
        json.name("router").value(violation.node());
        json.name("timeNanos").value(violation.timeNanos());
        json.name("seed").value(violation.seed());
        json.name("event").value(violation.event());
        end(json, line);
    }

    @Override
    public void verdict(Verdict verdict) {
        StringBuilder line = new StringBuilder();
        JsonWriter json = begin(line, "verdict");
        json.name("expectation").value(verdict.text());
        json.name("passed").value(verdict.passed());
        json.name("explanation").value(verdict.explanation());
        if (verdict.violation().isPresent()) {
            json.name("violation").value(verdict.violation().getAsInt());
        }
        end(json, line);
    }

    private static JsonWriter begin(StringBuilder line, String type) {
        JsonWriter json = new JsonWriter(line).beginObject();
        json.name("type").value(type);
        return json;
    }

    private void end(JsonWriter json, StringBuilder line) {
        json.endObject();
        out.accept(line.toString());
    }
}
