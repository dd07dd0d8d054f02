package dmvpn.sim.bgp;

import dmvpn.sim.Simulation;
import dmvpn.sim.show.StateTable;
import dmvpn.sim.trace.FieldValue;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.TimeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What routers of a run show at its present instant, and what they recorded until then, in a few words. */
record BgpReadings(Simulation simulation) {

    String show(String router, String command) {
        return simulation.routerNamed(router).orElseThrow().show(command).orElseThrow();
    }

    private StateTable table(String router, String name) {
        return simulation.routerNamed(router).orElseThrow().stateTable(name).orElseThrow();
    }

    /** Rows of a state table, of each the columns with those names. */
    List<String> rows(String router, String tableName, String... columns) {
        StateTable table = table(router, tableName);
        return table.rows().stream().map(row -> {
            List<String> values = new ArrayList<>();
            for (String column : columns) {
                values.add(row.get(table.columns().indexOf(column)));
            }
            return String.join(" ", values).strip();
        }).toList();
    }

    /** Best paths as {@code 192.168.1.0/24 via 10.0.0.1 [65001]}. */
    List<String> best(String router) {
        List<String> best = new ArrayList<>();
        forEachPath(router, row -> {
            if (row.get("state").startsWith("best")) {
                best.add(row.get("prefix") + " via " + row.get("nextHop") + " [" + row.get("asPath") + "]");
            }
        });
        return best;
    }

    /** Paths to a prefix. */
    List<Map<String, String>> paths(String router, String prefix) {
        List<Map<String, String>> paths = new ArrayList<>();
        forEachPath(router, row -> {
            if (row.get("prefix").equals(prefix)) {
                paths.add(row);
            }
        });
        return paths;
    }

    private void forEachPath(String router, Consumer<Map<String, String>> action) {
        StateTable table = table(router, "BGP table");
        for (List<String> row : table.rows()) {
            Map<String, String> byColumn = new LinkedHashMap<>();
            for (int index = 0; index < row.size(); index++) {
                byColumn.put(table.columns().get(index), row.get(index));
            }
            action.accept(byColumn);
        }
    }

    /** Routes that BGP put into the routing table, as {@code 192.168.1.0/24 [20/0] via 10.0.0.1}. */
    List<String> routes(String router) {
        return rows(router, "Routes", "source", "prefix", "distance", "metric", "nextHop", "interface", "state").stream()
                .filter(row -> row.startsWith("BGP") && row.endsWith(" used"))
                .map(row -> row.substring(row.indexOf(' '), row.length() - " used".length()).strip()).toList();
    }

    /** State of a neighbour. */
    String state(String router, String neighbor) {
        return rows(router, "BGP neighbors", "address", "state").stream()
                .filter(row -> row.startsWith(neighbor + " ")).map(row -> row.substring(neighbor.length() + 1))
                .findFirst().orElse("none");
    }

    /** What a router recorded in BGP, as {@code 1.020 neighbor up}. */
    List<String> events(String router, String message) {
        return events(router, "BGP", message);
    }

    /** What a router recorded in a protocol. */
    List<String> events(String router, String protocol, String message) {
        List<String> events = new ArrayList<>();
        for (RecordedEvent event : simulation.trace()) {
            if (event.nodeName().equals(router) && event.protocol().equals(protocol) && event.message().equals(message)) {
                events.add(TimeText.instant(event.timeNanos()) + (event.reason().isEmpty() ? "" : " " + event.reason()));
            }
        }
        return events;
    }

    /** Values of a field of those events. */
    List<String> fields(String router, String message, String field) {
        List<String> values = new ArrayList<>();
        for (RecordedEvent event : simulation.trace()) {
            if (event.nodeName().equals(router) && event.protocol().equals("BGP") && event.message().equals(message)) {
                values.add(event.field(field).map(FieldValue::text).orElse(""));
            }
        }
        return values;
    }
}
