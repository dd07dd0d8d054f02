package dmvpn.app.diagram;

import dmvpn.diagram.glsp.ShownRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The state of tunnels and tables after some of the changes of a run, by the elements of a diagram. */
final class RunState {

    /**
     * The tunnels between two elements in a cloud.
     *
     * @param one the element whose identifier comes first
     * @param cloud identifier of the cloud; empty when it is not drawn
     */
    record Line(String one, String other, String cloud) {

        static Line of(String one, String other, String cloud) {
            return one.compareTo(other) <= 0 ? new Line(one, other, cloud) : new Line(other, one, cloud);
        }
    }

    private final DrawnNodes nodes;
    private final List<String> nodeNames;
    private final Map<Line, TunnelsOfLine> tunnels = new HashMap<>();
    private final Map<String, Map<String, Integer>> tables = new HashMap<>();
    private int applied;
    private int lastEvent = -1;

    /** @param nodeNames names of routers and hosts by their index */
    RunState(DrawnNodes nodes, List<String> nodeNames) {
        this.nodes = nodes;
        this.nodeNames = nodeNames;
    }

    /** The last event that it knows of. */
    int lastEvent() {
        return lastEvent;
    }

    /** Goes on to an event, which is not before the last one. */
    void goOn(List<SeenChange> changes, int event) {
        while (applied < changes.size() && changes.get(applied).event() <= event) {
            apply(changes.get(applied));
            applied++;
        }
        lastEvent = event;
    }

    /** Takes a change over, and tells what pages are told of it; nothing when they show the same as before. */
    Optional<ShownRun.Change> apply(SeenChange change) {
        return nodes.of(nodeNames.get(change.node())).flatMap(element -> switch (change) {
            case SeenChange.Tunnel tunnel -> nodes.of(nodeNames.get(tunnel.peer())).filter(peer -> !peer.equals(element))
                    .flatMap(peer -> set(Line.of(element, peer, nodes.cloud(tunnel.cloud())), tunnel));
            case SeenChange.Table table -> {
                Map<String, Integer> rows = tables.computeIfAbsent(element, id -> new TreeMap<>());
                rows.merge(table.table(), table.difference(), Integer::sum);
                yield Optional.of(new ShownRun.Change(seconds(change), element, "", "", badge(rows)));
            }
        });
    }

    private Optional<ShownRun.Change> set(Line line, SeenChange.Tunnel tunnel) {
        TunnelsOfLine ofLine = tunnels.computeIfAbsent(line, absent -> new TunnelsOfLine());
        String before = ofLine.state();
        ofLine.set(tunnel.node(), tunnel.peer(), tunnel.state());
        String now = ofLine.state();
        return now.equals(before) ? Optional.empty()
                : Optional.of(new ShownRun.Change(seconds(tunnel), line.one(), line.other(), line.cloud(), now));
    }

    private static double seconds(SeenChange change) {
        return MessagesUnderWay.seconds(change.timeNanos());
    }

    /** The state of each line whose tunnels ever changed. */
    Map<Line, String> tunnels() {
        return tunnels.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().state()));
    }

    /** What the badge of each element says whose tables ever changed; nothing when they are empty. */
    Map<String, String> badges() {
        return tables.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> badge(entry.getValue())));
    }

    private static String badge(Map<String, Integer> rows) {
        return rows.entrySet().stream().filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getKey() + " " + entry.getValue()).collect(Collectors.joining("  "));
    }
}
