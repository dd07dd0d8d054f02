package dmvpn.sim.ospf;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.routing.OspfProcess;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.ospf.database.LinkStateDatabase;
import dmvpn.sim.ospf.message.LinkStateType;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.routing.RoutingTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the parts of one OSPF process share. */
final class OspfContext {

    private final RouterContext router;
    private final OspfProcess process;
    private final LinkStateDatabase externals = new LinkStateDatabase();
    private final Map<Long, Area> areas = new TreeMap<>();
    private Ipv4Address routerId = Ipv4Address.ANY;
    private int synchronizingNeighbors;

    OspfContext(RouterContext router, OspfProcess process) {
        this.router = router;
        this.process = process;
    }

    RouterContext router() {
        return router;
    }

    OspfProcess process() {
        return process;
    }

    OspfBehaviour behaviour() {
        return OspfBehaviour.of(router.device().platform());
    }

    Scheduler scheduler() {
        return router.scheduler();
    }

    long nowNanos() {
        return router.scheduler().nowNanos();
    }

    RoutingTable routes() {
        return router.routes(process.vrf());
    }

    /** Router ID, 0.0.0.0 until one is found. */
    Ipv4Address routerId() {
        return routerId;
    }

    void setRouterId(Ipv4Address id) {
        routerId = id;
    }

    /** Areas by their numbers. */
    Collection<Area> areas() {
        return areas.values();
    }

    /** The area of that number, made when it is mentioned first. */
    Area area(long number) {
        Area known = areas.get(number);
        if (known == null) {
            known = Area.of(this, number);
            areas.put(number, known);
        }
        return known;
    }

    /** Type 5 advertisements. */
    LinkStateDatabase externals() {
        return externals;
    }

    /** The database that advertisements of a type are in. */
    LinkStateDatabase database(Area area, LinkStateType type) {
        return type.isOfAutonomousSystem() ? externals : area.database();
    }

    /** Where advertisements of a type from an area go: interfaces of that area, or of all areas that are told of outside. */
    List<OspfPort> floodingScope(Area area, LinkStateType type) {
        if (!type.isOfAutonomousSystem()) {
            return area.ports();
        }
        List<OspfPort> ports = new ArrayList<>();
        for (Area each : areas.values()) {
            if (each.carriesExternals()) {
                ports.addAll(each.ports());
            }
        }
        return ports;
    }

    /** A neighbour changed its state. */
    void count(NeighborState before, NeighborState now) {
        synchronizingNeighbors += (now.isSynchronizing() ? 1 : 0) - (before.isSynchronizing() ? 1 : 0);
    }

    /** True while some neighbour is in Exchange or Loading. */
    boolean isSynchronizing() {
        return synchronizingNeighbors > 0;
    }

    /** Several areas of which one is the backbone (RFC 3509 section 2.1, as Cisco's routers have it). */
    boolean isBorderRouter() {
        int active = 0;
        boolean backbone = false;
        for (Area area : areas.values()) {
            if (area.isActive()) {
                active++;
                backbone |= area.isBackbone();
            }
        }
        return active > 1 && backbone;
    }

    void record(OspfTraceEvent event) {
        router.record(event, process.origin());
    }
}
