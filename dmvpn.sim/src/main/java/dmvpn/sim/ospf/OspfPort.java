package dmvpn.sim.ospf;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.ospf.database.DatabaseEntry;
import dmvpn.sim.ospf.database.LinkStateDatabase;
import dmvpn.sim.ospf.message.LinkStateHeader;
import dmvpn.sim.ospf.message.LinkStateKey;
import dmvpn.sim.ospf.message.OspfBody;
import dmvpn.sim.ospf.message.OspfPacket;
import dmvpn.sim.ospf.spf.OwnLink;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.router.RouterInterface;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One interface that takes part in the process: its settings, its state and its neighbours (RFC 2328 section 9). */
final class OspfPort implements OwnLink, FloodingScope {

    /** DSCP CS6, which routers give routing protocols (RFC 4594 section 3.1). */
    private static final int TRAFFIC_CLASS = 0xc0;
    /** Packets travel over one hop only (RFC 2328 appendix A.1). */
    private static final int TIME_TO_LIVE = 1;
    /** Reference bandwidth of costs (Cisco IOS, {@code auto-cost reference-bandwidth}: 100 Mbit/s). */
    private static final int REFERENCE_KBPS = 100_000;
    private static final int MAXIMUM_COST = 65_535;

    private final OspfContext context;
    private final Area area;
    private final RouterInterface routerInterface;
    private final OspfInterface settings;
    private final boolean loopback;
    private final LinkStateDatabase database = new LinkStateDatabase();
    /** By the address of the neighbour; where there is only one, by its router ID. */
    private final Map<Ipv4Address, OspfNeighbor> neighbors = new LinkedHashMap<>();
    /** Why packets of a source were refused last, so that it is told once. */
    private final Map<IpAddress, String> refused = new LinkedHashMap<>();
    private final Map<LinkStateKey, DatabaseEntry> toFlood = new LinkedHashMap<>();
    private final Set<OspfNeighbor> neighborsToFlood = new LinkedHashSet<>();
    private final Map<IpAddress, Map<LinkStateKey, LinkStateHeader>> delayedAcknowledgments = new LinkedHashMap<>();
    private final PortTimers timers = new PortTimers();
    private InterfaceState state = InterfaceState.DOWN;
    private InterfaceAddress address;
    private int cost;
    private Ipv4Address designatedRouter = Ipv4Address.ANY;
    private Ipv4Address backupDesignatedRouter = Ipv4Address.ANY;
    private int fullNeighbors;
    private OspfBody.Hello hello;

    /** Handles of the timers of one interface. */
    static final class PortTimers {
        long hello = Scheduler.NO_TIMER;
        long outOfTurnHello = Scheduler.NO_TIMER;
        long nextOutOfTurnHelloNanos;
        long nextHelloNanos;
        long wait = Scheduler.NO_TIMER;
        long acknowledgment = Scheduler.NO_TIMER;
        long flood = Scheduler.NO_TIMER;
        long nextFloodNanos;
    }

    OspfPort(OspfContext context, Area area, RouterInterface routerInterface, OspfInterface settings) {
        this.context = context;
        this.area = area;
        this.routerInterface = routerInterface;
        this.settings = settings;
        this.loopback = context.isLoopback(routerInterface.name());
    }

    @Override
    public String name() {
        return routerInterface.name();
    }

    @Override
    public boolean isUp() {
        return state != InterfaceState.DOWN;
    }

    @Override
    public LinkStateDatabase database() {
        return database;
    }

    @Override
    public List<OspfPort> ports() {
        return List.of(this);
    }

    @Override
    public Optional<Ipv4Address> areaId() {
        return area.areaId();
    }

    /** The place of the interface among all of the router, from 1. */
    @Override
    public long interfaceId() {
        int id = 1;
        for (RouterInterface each : context.router().interfaces()) {
            if (each.name().equals(name())) {
                break;
            }
            id++;
        }
        return id;
    }

    Area area() {
        return area;
    }

    OspfInterface settings() {
        return settings;
    }

    RouterInterface routerInterface() {
        return routerInterface;
    }

    OspfNetworkType networkType() {
        return settings.networkType();
    }

    boolean isLoopback() {
        return loopback;
    }

    /** True when packets go to each neighbour by itself (RFC 2328 section 8.1; appendix C.3). */
    boolean isUnicast() {
        return networkType() == OspfNetworkType.NON_BROADCAST || networkType() == OspfNetworkType.POINT_TO_MULTIPOINT;
    }

    /** True while hellos are sent and heard. */
    boolean isSpeaking() {
        return state != InterfaceState.DOWN && state != InterfaceState.LOOPBACK && !settings.passive();
    }

    InterfaceState state() {
        return state;
    }

    void setState(InterfaceState newState) {
        state = newState;
    }

    /** The interface's own address now; empty while it is down or has none of the family. */
    Optional<InterfaceAddress> currentAddress() {
        return context.version().addressOf(routerInterface);
    }

    /** The address that OSPF came up with. */
    @Override
    public InterfaceAddress address() {
        return address;
    }

    void setAddress(InterfaceAddress newAddress) {
        address = newAddress;
    }

    IpAddress ownAddress() {
        return address.address();
    }

    /**
     * The address that is valid on the link alone.
     *
     * @throws IllegalStateException without IPv6
     */
    IpAddress linkLocalAddress() {
        return routerInterface.linkLocalAddress().orElseThrow(() -> new IllegalStateException("no IPv6 on " + name()));
    }

    /** What this router is called where designated routers are named. */
    Ipv4Address ownIdentity() {
        return context.version().identity(ownAddress(), context.routerId());
    }

    /** True when the network is told of by its designated router, to whom this router is fully adjacent. */
    boolean isTransit() {
        if (state == InterfaceState.DESIGNATED) {
            return fullNeighbors > 0;
        }
        OspfNeighbor designated =
                state == InterfaceState.OTHER || state == InterfaceState.BACKUP ? neighbors.get(designatedRouter) : null;
        return designated != null && designated.isFull();
    }

    int cost() {
        return cost;
    }

    /** Takes the cost of the configuration, or of the bandwidth; answers whether it is another one. */
    boolean updateCost() {
        int now = settings.cost().orElseGet(() -> loopback ? context.behaviour().loopbackCost()
                : Math.clamp(REFERENCE_KBPS / Math.max(1, routerInterface.bandwidthKbps()), 1, MAXIMUM_COST));
        boolean changed = now != cost;
        cost = now;
        return changed;
    }

    Ipv4Address designatedRouter() {
        return designatedRouter;
    }

    Ipv4Address backupDesignatedRouter() {
        return backupDesignatedRouter;
    }

    void setDesignated(Ipv4Address designated, Ipv4Address backup) {
        designatedRouter = designated;
        backupDesignatedRouter = backup;
        hello = null;
    }

    Map<Ipv4Address, OspfNeighbor> neighbors() {
        return neighbors;
    }

    /** Neighbours are known by their address, on point-to-point networks by their router ID (RFC 2328 section 10.5). */
    Ipv4Address neighborKey(IpAddress source, Ipv4Address routerId) {
        return networkType() == OspfNetworkType.POINT_TO_POINT ? routerId : context.version().identity(source, routerId);
    }

    int fullNeighbors() {
        return fullNeighbors;
    }

    /** A neighbour changed its state: hellos list other ones. */
    void count(NeighborState before, NeighborState now) {
        fullNeighbors += (now == NeighborState.FULL ? 1 : 0) - (before == NeighborState.FULL ? 1 : 0);
        if (before.isAtLeast(NeighborState.INIT) != now.isAtLeast(NeighborState.INIT)) {
            hello = null;
        }
    }

    PortTimers timers() {
        return timers;
    }

    Map<LinkStateKey, DatabaseEntry> toFlood() {
        return toFlood;
    }

    Set<OspfNeighbor> neighborsToFlood() {
        return neighborsToFlood;
    }

    /** Acknowledgments that wait, by where they go. */
    Map<IpAddress, Map<LinkStateKey, LinkStateHeader>> delayedAcknowledgments() {
        return delayedAcknowledgments;
    }

    /** True when a source is refused for another reason than before. */
    boolean isNewRefusal(IpAddress source, String reason) {
        return !reason.equals(refused.put(source, reason));
    }

    void accept(IpAddress source) {
        refused.remove(source);
    }

    /** The hello as of now; made anew only after something in it changed. */
    OspfBody.Hello hello() {
        if (hello == null) {
            hello = new OspfBody.Hello(context.version().sender(this), (int) settings.helloInterval().toSeconds(),
                    context.version().options(area), settings.priority(), settings.deadInterval().toSeconds(), designatedRouter, backupDesignatedRouter,
                    neighbors.values().stream().filter(each -> each.state().isAtLeast(NeighborState.INIT))
                            .map(OspfNeighbor::routerId).toList());
        }
        return hello;
    }

    /** Where what is for a neighbour alone goes (RFC 2328 section 8.1). */
    IpAddress destinationOf(OspfNeighbor neighbor) {
        return networkType() == OspfNetworkType.POINT_TO_POINT ? context.version().allRouters() : neighbor.address();
    }

    /** The group that flooded advertisements and their acknowledgments go to (RFC 2328 sections 13.3 and 13.5). */
    IpAddress floodingGroup() {
        return networkType() == OspfNetworkType.BROADCAST && !state.isDesignatedOrBackup()
                ? context.version().allDesignatedRouters() : context.version().allRouters();
    }

    void send(IpAddress destination, OspfBody body) {
        OspfPacket packet = context.version().packet(context.routerId(), area, body);
        context.router().ip().sendOn(routerInterface, new IpPacket(context.version().sourceOf(this), destination, IpPacket.OSPF,
                TIME_TO_LIVE, TRAFFIC_CLASS, false, 0, packet), destination);
    }

    /** Room for the content of a packet behind the headers of IP and OSPF. */
    int contentBytes() {
        return routerInterface.mtuBytes() - context.version().headerBytes();
    }
}
