package dmvpn.sim.rip;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.rip.message.RipEntry;
import dmvpn.sim.show.ElapsedTime;
import dmvpn.sim.show.StateTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The state of RIP as data. */
final class RipStateTables {

    private static final List<String> DATABASE_COLUMNS =
            List.of("prefix", "state", "nextHop", "interface", "metric", "tag", "lastUpdate");
    private static final List<String> NEIGHBOR_COLUMNS = List.of("address", "interface", "lastUpdate");

    private final RipContext context;

    RipStateTables(RipContext context) {
        this.context = context;
    }

    List<StateTable> tables(Collection<RipRoute> routes, Collection<RipPort> ports) {
        List<List<String>> database = new ArrayList<>();
        routes.forEach(route -> database.addAll(rows(route)));
        List<List<String>> neighbors = new ArrayList<>();
        ports.forEach(port -> port.heardAtNanos().forEach((address, heardAtNanos) ->
                neighbors.add(List.of(address.toString(), port.name(), age(heardAtNanos)))));
        return List.of(new StateTable("RIP database", DATABASE_COLUMNS, database),
                new StateTable("RIP neighbors", NEIGHBOR_COLUMNS, neighbors));
    }

    private List<List<String>> rows(RipRoute route) {
        if (route.isUnreachable()) {
            return List.of(row(route, route.isHeldDown(context.nowNanos()) ? "held down" : "unreachable", route.lost()));
        }
        return switch (route.kind()) {
            case CONNECTED -> List.of(List.of(route.prefix().toString(), "connected", "", route.connectedPort().name(),
                    Integer.toString(route.metric()), "0", ""));
            case DEFAULT -> List.of(row(route, "originated", null));
            case REDISTRIBUTED -> List.of(List.of(route.prefix().toString(), "redistributed from " + route.seeded().owner(),
                    route.seeded().nextHop().map(Ipv4Address::toString).orElse(""), route.seeded().interfaceName().orElse(""),
                    Integer.toString(route.metric()), Integer.toString(route.tag()), ""));
            case LEARNED -> route.paths().stream().map(path -> row(route, "learned", path)).toList();
        };
    }

    private List<String> row(RipRoute route, String state, RipPath path) {
        return List.of(route.prefix().toString(), state, path == null ? "" : path.nextHop().toString(),
                path == null ? "" : path.port().name(),
                Integer.toString(route.isUnreachable() ? RipEntry.INFINITY : route.metric()), Integer.toString(route.tag()),
                path == null ? "" : age(path.heardAtNanos()));
    }

    private String age(long heardAtNanos) {
        return ElapsedTime.format(context.nowNanos() - heardAtNanos);
    }
}
