package dmvpn.sim.eigrp;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.routing.EigrpInterface;
import dmvpn.network.routing.EigrpStub;
import dmvpn.network.routing.EigrpSummary;
import dmvpn.sim.eigrp.EigrpTraceEvent.HelloOccasion;
import dmvpn.sim.eigrp.EigrpTraceEvent.HelloSent;
import dmvpn.sim.eigrp.message.EigrpPacket;
import dmvpn.sim.eigrp.message.EigrpTlv;
import dmvpn.sim.eigrp.message.ExteriorSection;
import dmvpn.sim.eigrp.message.MetricWeights;
import dmvpn.sim.eigrp.message.PeerStub;
import dmvpn.sim.eigrp.message.VectorMetric;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.router.RouterInterface;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One interface that takes part in the process: its settings, its neighbours, and what is announced on it. */
final class EigrpPort {

    /** DSCP CS6, which routers give routing protocols (RFC 4594 section 3.1). */
    private static final int TRAFFIC_CLASS = 0xc0;
    /** The release that goes into each hello, in classic mode and in named mode. */
    private static final EigrpTlv.SoftwareVersion CLASSIC = EigrpTlv.SoftwareVersion.classic(17, 12);
    private static final EigrpTlv.SoftwareVersion WIDE = EigrpTlv.SoftwareVersion.wide(17, 12);
    /** Bytes of a route beside metric, addresses and attributes: header of the TLV and length of the prefix. */
    private static final int ROUTE_BYTES = 5;

    private final EigrpContext context;
    private final RouterInterface routerInterface;
    private final EigrpInterface settings;
    /** What its hellos say of itself. */
    private final EigrpTlv.Parameters parameters;
    private final Map<IpAddress, EigrpNeighbor> neighbors = new LinkedHashMap<>();
    private final Map<IpPrefix, EigrpTlv.Route> announced = new LinkedHashMap<>();
    private Optional<IpPrefix> connected = Optional.empty();
    private VectorMetric connectedMetric;
    private boolean running;
    /** The hello that it says all the time: nothing in it changes. */
    private EigrpPacket periodicHello;

    EigrpPort(EigrpContext context, RouterInterface routerInterface, EigrpInterface settings) {
        this.context = context;
        this.routerInterface = routerInterface;
        this.settings = settings;
        this.parameters = EigrpTlv.Parameters.of(context.weights(), Math.toIntExact(settings.holdTime().toSeconds()));
    }

    String name() {
        return routerInterface.name();
    }

    RouterInterface routerInterface() {
        return routerInterface;
    }

    EigrpInterface settings() {
        return settings;
    }

    /** True while the interface can send. */
    boolean isInterfaceUp() {
        return routerInterface.isUp();
    }

    EigrpFamily family() {
        return context.family();
    }

    /** Address that packets come from, when the interface is up and has one. */
    Optional<IpAddress> source() {
        return routerInterface.isUp() ? context.family().source(routerInterface) : Optional.empty();
    }

    /** True when a router with that address may be a neighbour: on the own network, or on the link. */
    boolean isOnLink(IpAddress neighbor) {
        return neighbor.isLinkLocal() || address().filter(own -> own.prefix().contains(neighbor)).isPresent();
    }

    /** Own address of the family, when the interface is up and has one. */
    Optional<InterfaceAddress> address() {
        return routerInterface.isUp()
                ? routerInterface.address().filter(address -> context.family().has(address.address()))
                : Optional.empty();
    }

    /** Network of the interface while it takes part. */
    Optional<IpPrefix> connected() {
        return connected;
    }

    void setConnected(Optional<IpPrefix> network) {
        connected = network;
        connectedMetric = interfaceMetric();
    }

    /** True when bandwidth or delay of the interface are no longer those that its metrics were computed from. */
    boolean hasOtherMetric() {
        return connected.isPresent()
                && MetricWeights.DEFAULT.composite(interfaceMetric()) != MetricWeights.DEFAULT.composite(connectedMetric);
    }

    private VectorMetric interfaceMetric() {
        return context.ofInterface(routerInterface);
    }

    VectorMetric connectedMetric() {
        return connectedMetric;
    }

    MetricWeights weights() {
        return context.weights();
    }

    /** The metric from here of what a neighbour on this interface reports. */
    VectorMetric metricThrough(VectorMetric reported) {
        return context.through(routerInterface, reported);
    }

    /** True while hellos are sent and heard. */
    boolean isRunning() {
        return running;
    }

    void setRunning(boolean isRunning) {
        running = isRunning;
    }

    Map<IpAddress, EigrpNeighbor> neighbors() {
        return neighbors;
    }

    /** What neighbours on this interface were told last, by destination. */
    Map<IpPrefix, EigrpTlv.Route> announced() {
        return announced;
    }

    /** The summary that hides a destination on this interface, if any; leaked ones are not hidden. */
    boolean suppresses(IpPrefix prefix) {
        for (EigrpSummary summary : settings.summaries()) {
            if (isComponent(summary.prefix(), prefix) && !summary.leaked().contains(prefix)) {
                return true;
            }
        }
        return false;
    }

    boolean announcesSummary(IpPrefix prefix) {
        return settings.summaries().stream().anyMatch(summary -> summary.prefix().equals(prefix));
    }

    /** True when the prefix is within the summary and longer. */
    static boolean isComponent(IpPrefix summary, IpPrefix prefix) {
        return prefix.length() > summary.length() && summary.contains(prefix);
    }

    void sendHello(IpAddress destination, HelloOccasion occasion) {
        if (periodicHello == null) {
            periodicHello = EigrpPacket.hello(context.process().autonomousSystem(), helloTlvs());
        }
        sendHello(destination, occasion, periodicHello);
    }

    /** Tells a neighbour that the adjacency with it was reset, so that it starts anew too. */
    void sendTermination(IpAddress neighbor) {
        List<EigrpTlv> tlvs = helloTlvs();
        tlvs.add(new EigrpTlv.PeerTermination(List.of(neighbor)));
        sendHello(neighbor, HelloOccasion.TERMINATION, EigrpPacket.hello(context.process().autonomousSystem(), tlvs));
    }

    private void sendHello(IpAddress destination, HelloOccasion occasion, EigrpPacket hello) {
        Optional<IpAddress> own = source();
        if (own.isPresent()) {
            context.record(new HelloSent(occasion, name(), destination, settings.holdTime()));
            send(own.get(), destination, hello);
        }
    }

    /** The parameters that it sends itself. */
    EigrpTlv.Parameters parameters() {
        return parameters;
    }

    private List<EigrpTlv> helloTlvs() {
        List<EigrpTlv> tlvs = new ArrayList<>(List.of(parameters, context.hasWideMetrics() ? WIDE : CLASSIC));
        context.process().stub().map(EigrpPort::stubTlv).ifPresent(tlvs::add);
        return tlvs;
    }

    private static EigrpTlv stubTlv(EigrpStub stub) {
        return new PeerStub(stub.connected(), false, stub.summary(), false, false, false);
    }

    void unicast(IpAddress neighbor, EigrpPacket packet) {
        source().ifPresent(own -> send(own, neighbor, packet));
    }

    private void send(IpAddress own, IpAddress destination, EigrpPacket packet) {
        routerInterface.send(new IpPacket(own, destination, IpPacket.EIGRP,
                destination.isMulticast() ? 1 : 255, TRAFFIC_CLASS, false, 0, packet), destination);
    }

    /** How many of the routes from a place on fit into one packet on this interface, at least one. */
    int fitting(List<EigrpTlv.Route> routes, int start) {
        int room = routerInterface.mtuBytes() - context.family().headerBytes() - EigrpPacket.HEADER_BYTES;
        int end = start;
        while (end < routes.size()) {
            EigrpTlv.Route route = routes.get(end);
            room -= ROUTE_BYTES + route.metric().wireBytes() + 2 * context.family().unspecified().bitLength() / Byte.SIZE
                    + (route.exterior().isPresent() ? ExteriorSection.WIRE_BYTES : 0) + route.attributeBytes();
            if (room < 0 && end > start) {
                break;
            }
            end++;
        }
        return end - start;
    }
}
