package dmvpn.sim.eigrp;

import dmvpn.sim.show.ElapsedTime;
import dmvpn.sim.show.StateTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The state of an EIGRP process as data. */
final class EigrpStateTables {

    private static final List<String> NEIGHBOR_COLUMNS =
            List.of("address", "interface", "state", "stub", "hold", "uptime", "queued", "lastSequence");
    private static final List<String> TOPOLOGY_COLUMNS =
            List.of("prefix", "state", "successor", "interface", "metric", "feasibleDistance", "type", "tag");

    private final EigrpContext context;

    EigrpStateTables(EigrpContext context) {
        this.context = context;
    }

    List<StateTable> tables(Collection<EigrpPort> ports, Collection<TopologyEntry> entries) {
        List<List<String>> neighbors = new ArrayList<>();
        ports.forEach(port -> port.neighbors().values().forEach(neighbor -> neighbors.add(row(neighbor))));
        List<List<String>> topology = new ArrayList<>();
        for (TopologyEntry entry : entries) {
            if (entry.successors().isEmpty()) {
                topology.add(row(entry, null));
            }
            entry.successors().forEach(path -> topology.add(row(entry, path)));
        }
        return List.of(new StateTable("EIGRP neighbors", NEIGHBOR_COLUMNS, neighbors),
                new StateTable("EIGRP topology", TOPOLOGY_COLUMNS, topology));
    }

    private List<String> row(EigrpNeighbor neighbor) {
        return List.of(
                neighbor.address().toString(),
                neighbor.port().name(),
                neighbor.state().name().toLowerCase(Locale.ROOT),
                neighbor.isStub() ? "yes" : "no",
                ElapsedTime.format(neighbor.holdEndsAtNanos() - context.nowNanos()),
                ElapsedTime.format(context.nowNanos() - neighbor.discoveredAtNanos()),
                Integer.toString(neighbor.sender().queued()),
                Long.toString(neighbor.lastReceivedSequence()));
    }

    private static List<String> row(TopologyEntry entry, Path path) {
        return List.of(
                entry.prefix().toString(),
                entry.isActive() ? "active" : "passive",
                path == null ? "" : path.nextHop() == null ? path.kind().name().toLowerCase(Locale.ROOT)
                        : path.nextHop().toString(),
                path == null || path.port() == null ? "" : path.port().name(),
                path == null ? "" : Long.toString(path.distance()),
                entry.isInaccessible() ? "" : Long.toString(entry.feasibleDistance()),
                path == null ? "" : path.isExternal() ? "external" : "internal",
                path == null || path.tag() == 0 ? "" : Long.toString(path.tag()));
    }
}
