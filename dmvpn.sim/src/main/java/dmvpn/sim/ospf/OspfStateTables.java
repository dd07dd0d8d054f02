package dmvpn.sim.ospf;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.ospf.database.DatabaseEntry;
import dmvpn.sim.ospf.database.LinkStateDatabase;
import dmvpn.sim.ospf.spf.CalculatedRoutes;
import dmvpn.sim.ospf.spf.OspfRoute;
import dmvpn.sim.show.ElapsedTime;
import dmvpn.sim.show.StateTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The state of an OSPF process as data. */
final class OspfStateTables {

    private final OspfContext context;
    private final Collection<OspfPort> ports;
    private final Supplier<CalculatedRoutes> routes;

    OspfStateTables(OspfContext context, Collection<OspfPort> ports, Supplier<CalculatedRoutes> routes) {
        this.context = context;
        this.ports = ports;
        this.routes = routes;
    }

    List<StateTable> tables() {
        return List.of(interfaces(), neighbors(), database(), routes());
    }

    private StateTable interfaces() {
        return new StateTable(context.version().title() + " interfaces", List.of("interface", "area", "networkType", "state", "cost", "priority",
                "designatedRouter", "backupDesignatedRouter", "neighbors", "fullNeighbors"),
                ports.stream().map(port -> List.of(
                        port.name(),
                        Long.toString(port.area().number()),
                        port.networkType().keyword(),
                        port.state().name().toLowerCase(Locale.ROOT),
                        Integer.toString(port.cost()),
                        Integer.toString(port.settings().priority()),
                        text(port.designatedRouter()),
                        text(port.backupDesignatedRouter()),
                        Integer.toString(port.neighbors().size()),
                        Integer.toString(port.fullNeighbors()))).toList());
    }

    private static String text(Ipv4Address address) {
        return address.isUnspecified() ? "" : address.toString();
    }

    private StateTable neighbors() {
        List<List<String>> rows = new ArrayList<>();
        for (OspfPort port : ports) {
            for (OspfNeighbor neighbor : port.neighbors().values()) {
                rows.add(List.of(
                        neighbor.address().toString(),
                        neighbor.routerId().toString(),
                        port.name(),
                        neighbor.state().name().toLowerCase(Locale.ROOT),
                        ShowOspf.role(neighbor).strip(),
                        Integer.toString(neighbor.priority()),
                        ElapsedTime.format(neighbor.deadAtNanos() - context.nowNanos()),
                        ElapsedTime.format(context.nowNanos() - neighbor.stateSinceNanos()),
                        Integer.toString(neighbor.retransmissions().size())));
            }
        }
        return new StateTable(context.version().title() + " neighbors", List.of("address", "routerId", "interface", "state", "role", "priority",
                "deadIn", "since", "awaited"), rows);
    }

    private StateTable database() {
        List<List<String>> rows = new ArrayList<>();
        for (Area area : context.areas()) {
            area.ports().forEach(port -> addRows(rows, port.name(), port.database()));
            addRows(rows, Long.toString(area.number()), area.database());
        }
        addRows(rows, "", context.autonomousSystem().database());
        return new StateTable(context.version().title() + " database", List.of("area", "type", "id", "advertisingRouter", "age", "sequence",
                "checksum"), rows);
    }

    private void addRows(List<List<String>> rows, String area, LinkStateDatabase database) {
        for (DatabaseEntry entry : database.entries()) {
            rows.add(List.of(
                    area,
                    Integer.toString(entry.key().type().code()),
                    entry.key().id().toString(),
                    entry.key().advertisingRouter().toString(),
                    Integer.toString(entry.ageSeconds(context.nowNanos())),
                    String.format(Locale.ROOT, "0x%08x", entry.advertisement().header().sequence()),
                    String.format(Locale.ROOT, "0x%04x", entry.advertisement().header().checksum())));
        }
    }

    private StateTable routes() {
        List<List<String>> rows = new ArrayList<>();
        for (OspfRoute route : routes.get().networks().values()) {
            rows.add(List.of(
                    route.prefix().toString(),
                    route.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    route.area().isPresent() ? Long.toString(route.area().getAsLong()) : "",
                    Long.toString(route.cost()),
                    route.type().isType2() ? Long.toString(route.type2Metric()) : "",
                    Long.toString(route.tag()),
                    route.nextHops().stream().map(step -> step.address().map(address -> address + " ").orElse("")
                            + step.interfaceName()).collect(Collectors.joining(", "))));
        }
        return new StateTable(context.version().title() + " routes", List.of("prefix", "type", "area", "cost", "type2Metric", "tag", "nextHops"),
                rows);
    }
}
