package dmvpn.app.debug.watch;

import dmvpn.sim.trace.TimeText;
import dmvpn.sim.show.StateTable;
import dmvpn.sim.trace.RecordedEvent;
import java.util.List;
import java.util.Optional;

/**
 * A way into a run: a first name, then names behind dots and keys in brackets.
 *
 * @param first the first name
 * @param column characters in front of it
 * @param steps the rest
 */
record WatchPath(String first, int column, List<Step> steps) {

    static final String EVENT = "event";
    static final String TIME = "time";
    static final String COUNT = "count";
    static final List<String> EVENT_PARTS = List.of("router", "protocol", "message", "reason");

    /**
     * A part of the way.
     *
     * @param text name or key
     * @param isKey true for a key
     * @param column characters in front
     */
    record Step(String text, boolean isKey, int column) {
    }

    WatchValue resolve(WatchScope scope) throws WatchException {
        if (first.equals(TIME)) {
            requireEnd(0, "the time has no parts");
            return new WatchValue.Text(TimeText.instant(scope.timeNanos()));
        }
        if (first.equals(EVENT)) {
            return ofEvent(scope);
        }
        Optional<String> router = scope.router(first);
        int used = 0;
        if (router.isEmpty() && !steps.isEmpty() && steps.get(0).isKey()) {
            router = scope.router(first + "[" + steps.get(0).text() + "]");
            used = 1;
        }
        if (router.isPresent()) {
            return ofRouter(router.get(), scope.tables(router.get()), used);
        }
        if (steps.isEmpty()) {
            return new WatchValue.Text(first); // a word that stands for itself, such as UP
        }
        throw new WatchException(column, "'" + first + "' is no router; there are " + Names.some(scope.routers().stream())
                + ", and 'event' and 'time'");
    }

    private void requireEnd(int used, String sentence) throws WatchException {
        if (used < steps.size()) {
            throw new WatchException(steps.get(used).column(), sentence);
        }
    }

    private WatchValue ofEvent(WatchScope scope) throws WatchException {
        Optional<RecordedEvent> inHand = scope.event();
        if (steps.isEmpty() || inHand.isEmpty()) {
            return inHand.<WatchValue>map(event -> new WatchValue.Text(event.protocol() + " " + event.message()))
                    .orElse(WatchValue.ABSENT);
        }
        requireEnd(1, "a part of an event has no parts itself");
        RecordedEvent event = inHand.get();
        return switch (steps.get(0).text()) {
            case "router" -> new WatchValue.Text(event.nodeName());
            case "protocol" -> new WatchValue.Text(event.protocol());
            case "message" -> new WatchValue.Text(event.message());
            case "reason" -> new WatchValue.Text(event.reason());
            default -> event.fields().stream()
                    .filter(field -> field.isPresent() && Names.isSame(field.name(), steps.get(0).text())).findFirst()
                    .<WatchValue>map(field -> new WatchValue.Text(field.value().text())).orElse(WatchValue.ABSENT);
        };
    }

    private WatchValue ofRouter(String router, List<StateTable> tables, int used) throws WatchException {
        if (used == steps.size()) {
            return new WatchValue.Router(router, tables);
        }
        if (tables.isEmpty()) {
            return WatchValue.ABSENT; // without power
        }
        Step wanted = steps.get(used);
        Optional<StateTable> table = Names.best(tables, StateTable::name, wanted.text());
        if (table.isEmpty() || wanted.isKey()) {
            throw new WatchException(wanted.column(), "'" + wanted.text() + "' is no table of " + router + "; it has "
                    + Names.some(tables.stream().map(each -> Names.written(each.name()))));
        }
        return ofTable(table.get(), used + 1);
    }

    private WatchValue ofTable(StateTable table, int used) throws WatchException {
        if (used == steps.size()) {
            return new WatchValue.Table(table);
        }
        Step step = steps.get(used);
        if (!step.isKey()) {
            if (!step.text().equals(COUNT)) {
                throw new WatchException(step.column(), "behind a table stands a row's key in brackets, or '.count'");
            }
            requireEnd(used + 1, "a number has no parts");
            return new WatchValue.Text(Integer.toString(table.rows().size()));
        }
        Optional<List<String>> row = row(table, step);
        if (used + 1 == steps.size()) {
            return row.<WatchValue>map(cells -> new WatchValue.Row(table.columns(), cells)).orElse(WatchValue.ABSENT);
        }
        Step cell = steps.get(used + 1);
        requireEnd(used + 2, "a value of a table has no parts");
        int index = column(table, cell.text(), cell.column());
        return row.<WatchValue>map(cells -> new WatchValue.Text(cells.get(index))).orElse(WatchValue.ABSENT);
    }

    private static Optional<List<String>> row(StateTable table, Step key) throws WatchException {
        return RowKey.parse(key.text(), table, key.column()).rowIn(table);
    }

    private static int column(StateTable table, String name, int place) throws WatchException {
        return RowKey.column(table, name, place);
    }
}
