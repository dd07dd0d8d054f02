package dmvpn.sim.ospf;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.routing.OspfProcess;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.ospf.message.LinkStateType;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.routing.RoutingTable;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What the parts of one OSPF process share. */
final class OspfContext {

    private final RouterContext router;
    private final OspfProcess process;
    private final OspfVersion version;
    private final Map<Long, Area> areas = new TreeMap<>();
    private final AutonomousSystem autonomousSystem = new AutonomousSystem(areas.values());
    private Ipv4Address routerId = Ipv4Address.ANY;
    private int synchronizingNeighbors;

    OspfContext(RouterContext router, OspfProcess process, OspfVersion version) {
        this.router = router;
        this.process = process;
        this.version = version;
    }

    RouterContext router() {
        return router;
    }

    OspfProcess process() {
        return process;
    }

    OspfVersion version() {
        return version;
    }

    OspfBehaviour behaviour() {
        return OspfBehaviour.of(router.device().platform(), version);
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

    /** Where type 5 advertisements are. */
    AutonomousSystem autonomousSystem() {
        return autonomousSystem;
    }

    /** How far advertisements of a type that come in by an interface are told. */
    FloodingScope scope(OspfPort port, LinkStateType type) {
        return type.isOfAutonomousSystem() ? autonomousSystem : type.isOfLink() ? port : port.area();
    }

    boolean isLoopback(String interfaceName) {
        return router.device().interfaceNamed(interfaceName)
                .filter(configured -> configured.kind() == InterfaceKind.LOOPBACK).isPresent();
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
