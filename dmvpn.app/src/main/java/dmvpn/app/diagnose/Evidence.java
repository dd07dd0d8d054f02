package dmvpn.app.diagnose;

import dmvpn.sim.RouterView;
import dmvpn.sim.Simulation;
import dmvpn.sim.show.StateTable;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.RecordedField;
import dmvpn.sim.trace.TimeText;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Predicate;

/** Looks for what shows a fault: rows of tables as of now, and events of the past. */
final class Evidence {

    private final Simulation simulation;

    Evidence(Simulation simulation) {
        this.simulation = simulation;
    }

    /** The last event of a router for which a condition holds. */
    Optional<RecordedEvent> last(RouterView router, Predicate<RecordedEvent> condition) {
        int[] events = simulation.trace().eventsOf(router.node());
        for (int index = events.length - 1; index >= 0; index--) {
            RecordedEvent event = simulation.trace().event(events[index]);
            if (condition.test(event)) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    /** True when a field of an event has that value. */
    static boolean has(RecordedEvent event, String field, Object value) {
        return event.field(field).filter(found -> found.text().equals(value.toString())).isPresent();
    }

    /** An event as a line. */
    static String line(RecordedEvent event) {
        StringJoiner line = new StringJoiner("  ");
        line.add(TimeText.instant(event.timeNanos())).add(event.nodeName()).add(event.protocol()).add(event.message());
        event.fields().stream().filter(RecordedField::isPresent)
                .forEach(field -> line.add(field.name() + "=" + field.value().text()));
        return line + (event.reason().isEmpty() ? "" : "  (" + event.reason() + ")");
    }

    /** The row of a router's table whose columns have the values; columns and values by turns. */
    static Optional<String> row(RouterView router, String table, String... columnsAndValues) {
        return router.stateTable(table).flatMap(found -> found.rows().stream()
                .filter(row -> matches(found, row, columnsAndValues)).findFirst()
                .map(row -> table + ": " + text(found, row)));
    }

    /** What a column of that row says; empty when there is no such row, or nothing in the column. */
    static Optional<String> value(RouterView router, String table, String wanted, String... columnsAndValues) {
        return router.stateTable(table).flatMap(found -> found.rows().stream()
                .filter(row -> matches(found, row, columnsAndValues)).findFirst()
                .map(row -> row.get(found.columns().indexOf(wanted)))).filter(value -> !value.isEmpty());
    }

    private static boolean matches(StateTable table, List<String> row, String... columnsAndValues) {
        for (int index = 0; index < columnsAndValues.length; index += 2) {
            if (!row.get(table.columns().indexOf(columnsAndValues[index])).equals(columnsAndValues[index + 1])) {
                return false;
            }
        }
        return true;
    }

    private static String text(StateTable table, List<String> row) {
        StringJoiner text = new StringJoiner("  ");
        for (int column = 0; column < row.size(); column++) {
            if (!row.get(column).isEmpty()) {
                text.add(table.columns().get(column) + "=" + row.get(column));
            }
        }
        return text.toString();
    }
}
