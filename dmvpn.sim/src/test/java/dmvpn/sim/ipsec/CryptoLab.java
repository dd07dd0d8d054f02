package dmvpn.sim.ipsec;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.device.Device;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.EventKernel;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.testing.RecordedTrace;
import dmvpn.sim.underlay.PacketTap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Routers that reach each other over one network with a fixed latency, to try key exchange and ESP on. */
public final class CryptoLab implements EventHandler {

    static final Duration LATENCY = Duration.ofMillis(10);

    private final EventKernel kernel = new EventKernel();
    private final RecordedTrace trace = new RecordedTrace(kernel::nowNanos);
    private final Map<IpAddress, LabRouter> routers = new LinkedHashMap<>();
    private final List<IpPacket> wire = new ArrayList<>();
    private Predicate<IpPacket> loses = packet -> false;
    private UnaryOperator<IkePacket> rewrites = message -> message;
    private UnaryOperator<IpPacket> translator = packet -> packet;
    private Duration ikeDelay = Duration.ZERO;
    private PacketTap tap = (node, interfaceName, timeNanos, direction, packet) -> {
    };

    /** A router with one protected tunnel; powered on at once. */
    public LabRouter router(String address, IpsecProfile profile) {
        return router(address, LabRouter.device("r" + routers.size(), profile, 1, false), routers.size());
    }

    LabRouter router(String address, Device device, long seed) {
        LabRouter router = new LabRouter(this, device, routers.size(), IpAddress.parse(address), seed);
        routers.put(router.address(), router);
        router.powerOn();
        return router;
    }

    EventKernel kernel() {
        return kernel;
    }

    RecordedTrace trace() {
        return trace;
    }

    /** Every packet that was sent, lost ones included. */
    public List<IpPacket> wire() {
        return wire;
    }

    /** IKE messages that were sent, lost ones included. */
    public List<IkePacket> ikeMessages() {
        return wire.stream().map(IpPacket::content).filter(UdpDatagram.class::isInstance).map(UdpDatagram.class::cast)
                .map(UdpDatagram::content).map(IkePacket.class::cast).toList();
    }

    /** IKEv1 messages that were sent, lost ones included. */
    public List<IsakmpPacket> isakmpMessages() {
        return wire.stream().map(IpPacket::content).filter(UdpDatagram.class::isInstance).map(UdpDatagram.class::cast)
                .map(UdpDatagram::content).map(IsakmpPacket.class::cast).toList();
    }

    /** Decides from now on which packets get lost. */
    void lose(Predicate<IpPacket> lost) {
        loses = lost;
    }

    /** Changes IKE messages on their way from now on. */
    void rewriteIke(UnaryOperator<IkePacket> rewriting) {
        rewrites = rewriting;
    }

    /** Changes packets on the way from now on, as translating devices do. */
    void translate(UnaryOperator<IpPacket> change) {
        translator = change;
    }

    /** Shows what leaves the routers to somebody. */
    public void tap(PacketTap newTap) {
        tap = newTap;
    }

    /** Makes IKE messages slower than other packets from now on. */
    void delayIke(Duration delay) {
        ikeDelay = delay;
    }

    /** A router answers to a new address. */
    void readdress(LabRouter router, IpAddress former) {
        routers.remove(former, router);
        routers.put(router.address(), router);
    }

    void send(IpPacket sent) {
        IpPacket packet = sent.content() instanceof UdpDatagram datagram && datagram.content() instanceof IkePacket message
                ? IpPacket.originated(sent.source(), sent.destination(), IpPacket.UDP, new UdpDatagram(
                        datagram.sourcePort(), datagram.destinationPort(), rewrites.apply(message)))
                : sent;
        wire.add(packet);
        LabRouter sender = routers.get(packet.source());
        tap.packet(sender == null ? -1 : sender.node(), LabRouter.WAN, kernel.nowNanos(), PacketTap.Direction.SENT,
                packet);
        if (!loses.test(packet)) {
            long delayNanos = LATENCY.toNanos() + (isIke(packet) ? ikeDelay.toNanos() : 0);
            kernel.schedule(kernel.nowNanos() + delayNanos, Order.ARRIVAL, this, 0, packet);
        }
    }

    @Override
    public void handle(int kind, Object payload) {
        IpPacket packet = translator.apply((IpPacket) payload);
        LabRouter destination = routers.get(packet.destination());
        if (destination != null) {
            destination.arrive(packet);
        }
    }

    /** Runs everything up to and including an instant since the start. */
    void runUntil(Duration instant) {
        kernel.runUntil(instant.toNanos());
    }

    /** As {@link #runUntil}, in milliseconds since the start. */
    public void runUntilMillis(long millis) {
        runUntil(Duration.ofMillis(millis));
    }

    /** Recorded events of a node as {@code milliseconds message (reason)}. */
    List<String> story(LabRouter router) {
        return trace.entries().stream().filter(entry -> entry.node() == router.node()).map(entry ->
                entry.timeNanos() / 1_000_000 + " " + entry.event().message()
                        + (entry.event().reason().isEmpty() ? "" : " (" + entry.event().reason() + ")")).toList();
    }

    static boolean isIke(IpPacket packet) {
        return packet.protocolNumber() == IpPacket.UDP;
    }
}
