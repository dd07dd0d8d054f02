package dmvpn.sim.nhrp;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.crypto.CryptoConfiguration;
import dmvpn.network.crypto.Secret;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.network.tunnel.NhrpConfiguration;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelMode;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.router.NeighborDetection;
import dmvpn.sim.routing.FlowKey;
import dmvpn.sim.routing.ForwardingDecision;
import dmvpn.sim.routing.LongestMatchRoutingTable;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import dmvpn.sim.show.ShowCommand;
import dmvpn.sim.testing.FakeInterface;
import dmvpn.sim.testing.FakeRouter;
import dmvpn.sim.testing.ManualScheduler;
import dmvpn.sim.tunnel.CryptoSockets;
import dmvpn.sim.tunnel.FarEnd;
import dmvpn.sim.tunnel.LineProtocol;
import dmvpn.sim.tunnel.NbmaResolver;
import dmvpn.sim.tunnel.NhrpReceiver;
import dmvpn.sim.tunnel.TunnelPort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A cloud whose NHRP is real and whose rest is the simplest stand-in: 10 ms between any two NBMA addresses, IKE that takes
 * 40 ms at the initiator and 30 ms at the responder, data that is forwarded by the real routing tables.
 */
final class NhrpLab {

    static final long MILLISECOND = 1_000_000L;
    static final IpAddress HUB_NBMA = IpAddress.parse("203.0.113.1");
    static final IpAddress HUB = IpAddress.parse("10.0.0.1");
    private static final long LATENCY = 10 * MILLISECOND;

    final ManualScheduler clock = new ManualScheduler();
    private final Map<IpAddress, Node> byNbmaAddress = new LinkedHashMap<>();
    private final Set<Set<IpAddress>> brokenPaths = new LinkedHashSet<>();
    private final boolean isProtected;

    private NhrpLab(boolean isProtected) {
        this.isProtected = isProtected;
    }

    static NhrpLab protectedCloud() {
        return new NhrpLab(true);
    }

    static NhrpLab clearCloud() {
        return new NhrpLab(false);
    }

    static NextHopServer server(String protocolAddress, String nbmaAddress, int priority, int cluster) {
        return new NextHopServer(Optional.empty(), IpAddress.parse(protocolAddress), IpAddress.parse(nbmaAddress), true,
                priority, cluster, Origin.NONE);
    }

    static NextHopServer server(String protocolAddress, String nbmaAddress) {
        return new NextHopServer(Optional.empty(), IpAddress.parse(protocolAddress), IpAddress.parse(nbmaAddress), true, 0,
                0, Origin.NONE);
    }

    /** H1 of the reference network, with routes to the LANs of S1 and S2. */
    Node hub() {
        return hub(LabOptions.hub());
    }

    Node hub(LabOptions options) {
        Node hub = node("H1", "203.0.113.1", "10.0.0.1", "192.168.1.1/24", options);
        hub.route("192.168.11.0/24", "10.0.0.11");
        hub.route("192.168.12.0/24", "10.0.0.12");
        return hub;
    }

    /** S1, S2, ... of the reference network, without a route to other sites. */
    Node spoke(int number, LabOptions options) {
        return node("S" + number, "198.51.100." + (10 + number), "10.0.0." + (10 + number),
                "192.168." + (10 + number) + ".1/24", options);
    }

    /** A Phase 3 spoke: everything by the hub. */
    Node spoke(int number) {
        Node spoke = spoke(number, LabOptions.spoke());
        spoke.route("192.168.0.0/16", "10.0.0.1");
        return spoke;
    }

    Node node(String name, String nbmaAddress, String address, String lan, LabOptions options) {
        Node node = new Node(name, IpAddress.parse(nbmaAddress), address + "/24", lan, options);
        byNbmaAddress.put(node.nbmaAddress, node);
        return node;
    }

    void start() {
        byNbmaAddress.values().forEach(Node::start);
    }

    void cut(Node one, Node other) {
        brokenPaths.add(Set.of(one.nbmaAddress, other.nbmaAddress));
    }

    void mend(Node one, Node other) {
        brokenPaths.remove(Set.of(one.nbmaAddress, other.nbmaAddress));
    }

    private Optional<Node> reachable(Node from, IpAddress target) {
        return Optional.ofNullable(byNbmaAddress.get(target))
                .filter(node -> node.powered && from.powered)
                .filter(node -> !brokenPaths.contains(Set.of(from.nbmaAddress, target)));
    }

    private void later(long nanos, Order order, Runnable action) {
        clock.schedule(clock.nowNanos() + nanos, order, (kind, payload) -> action.run(), 0, null);
    }

    void runTo(double seconds) {
        clock.runUntilMillis(Math.round(seconds * 1000));
    }

    /** One router of the lab. */
    final class Node {
        final String name;
        final FakeRouter router;
        final LabTunnel tunnel;
        final LabSockets sockets = new LabSockets(this);
        final FakeInterface lan;
        final NhrpProtocol nhrp;
        /** Instants and destinations of packets that reached this router's LAN, such as {@code 100.020 192.168.12.10}. */
        final List<String> delivered = new ArrayList<>();
        IpAddress nbmaAddress;
        boolean powered = true;

        Node(String name, IpAddress nbmaAddress, String address, String lanAddress, LabOptions options) {
            this.name = name;
            this.nbmaAddress = nbmaAddress;
            TunnelInterface configuration = tunnelOf(address, options);
            Device device = new Device(name, name, DeviceRole.SPOKE, options.platform(), List.of(), List.of(),
                    List.of(configuration), CryptoConfiguration.NONE, RoutingConfiguration.NONE, List.of(), Origin.NONE);
            tunnel = new LabTunnel(configuration, this);
            lan = new FakeInterface("GigabitEthernet2", lanAddress);
            router = new FakeRouter(device, clock).with(lan).with(tunnel);
            nhrp = new NhrpProtocol(router, List.of(tunnel), port -> sockets, NeighborDetection.NONE);
            connected(tunnel);
            connected(lan);
        }

        private TunnelInterface tunnelOf(String address, LabOptions options) {
            NhrpConfiguration nhrpConfiguration = new NhrpConfiguration(options.networkId(),
                    options.password().map(value -> new Secret("", Optional.of(value), Origin.NONE)),
                    options.holdingTimeSeconds(), options.holdingTimeSeconds() / 3, false, options.unique(),
                    options.redirect(), options.shortcut(), options.dynamicMulticast(), options.servers(), options.options(), Origin.NONE);
            return new TunnelInterface("Tunnel100", "A", InterfaceAddress.parse(address), Optional.empty(),
                    "GigabitEthernet1", Optional.empty(), new TunnelMode.Multipoint(Origin.NONE), OptionalLong.of(100),
                    OptionalInt.empty(), OptionalInt.empty(), 100, 50_000, nhrpConfiguration, Optional.empty(), Origin.NONE);
        }

        private void connected(FakeInterface connected) {
            table().install(new Route(connected.address().orElseThrow().prefix(), RouteSource.CONNECTED, 0, 0,
                    Optional.empty(), Optional.of(connected.name()), 0, Origin.NONE));
        }

        LongestMatchRoutingTable table() {
            return (LongestMatchRoutingTable) router.routes(Optional.empty());
        }

        void route(String prefix, String nextHop) {
            table().install(new Route(IpPrefix.parse(prefix), RouteSource.EIGRP, 90, 1000,
                    Optional.of(IpAddress.parse(nextHop)), Optional.of("Tunnel100"), clock.nowNanos(), Origin.NONE));
        }

        void noRoute(String prefix) {
            table().withdraw(IpPrefix.parse(prefix), RouteSource.EIGRP);
        }

        void lanDown() {
            table().withdraw(lan.address().orElseThrow().prefix(), RouteSource.CONNECTED);
        }

        void start() {
            nhrp.start();
        }

        void powerOff() {
            powered = false;
            nhrp.stop();
        }

        /** A host of the LAN sends a packet. */
        void data(String source, String destination) {
            forward(Optional.empty(), IpPacket.originated(IpAddress.parse(source), IpAddress.parse(destination),
                    IpPacket.UDP, new OpaquePacket(Octets.of(new byte[100]))));
        }

        private void forward(Optional<LabTunnel> ingress, IpPacket packet) {
            Optional<ForwardingDecision> decision = table().forward(
                    new FlowKey(packet.source(), packet.destination(), packet.protocolNumber()));
            if (decision.isEmpty() || decision.get().isDiscard()) {
                return;
            }
            if (decision.get().interfaceName().equals(lan.name())
                    || packet.destination().equals(tunnel.address().orElseThrow().address())) {
                delivered.add(String.format(Locale.ROOT, "%.3f %s", clock.nowNanos() / 1e9, packet.destination()));
                return;
            }
            IpAddress nextHop = decision.get().nextHop();
            ingress.ifPresent(in -> router.ip().transit(in, tunnel, nextHop, packet));
            tunnel.send(packet, nextHop);
        }

        String show(String command) {
            return nhrp.showCommands().stream().filter(show -> show.command().equals(command))
                    .map(ShowCommand::text).findFirst().orElseThrow().get();
        }

        /** {@code 1.010 message [reason]} of each NHRP event. */
        List<String> events() {
            return router.trace().entries().stream()
                    .map(entry -> String.format(Locale.ROOT, "%.3f %s", entry.timeNanos() / 1e9, entry.event().message())
                            + (entry.event().reason().isEmpty() ? "" : " [" + entry.event().reason() + "]"))
                    .toList();
        }

        /** Instants of events of one message, in seconds. */
        List<Double> timesOf(String message) {
            return router.trace().entries().stream()
                    .filter(entry -> entry.event().message().equals(message))
                    .map(entry -> Math.round(entry.timeNanos() / 1e6) / 1e3)
                    .toList();
        }
    }

    /** The tunnel of a node. */
    final class LabTunnel extends FakeInterface implements TunnelPort {

        private final TunnelInterface configuration;
        private final Node node;
        private NbmaResolver resolver;
        private NhrpReceiver receiver;
        int announced;
        /** NHRP packets sent, newest last. */
        final List<Packet> sentNhrp = new ArrayList<>();

        LabTunnel(TunnelInterface configuration, Node node) {
            super(configuration.name(), configuration.address().toString());
            this.configuration = configuration;
            this.node = node;
        }

        @Override
        public TunnelInterface configuration() {
            return configuration;
        }

        @Override
        public Optional<IpAddress> nbmaAddress() {
            return Optional.of(node.nbmaAddress);
        }

        /** The transport gives the tunnel source another address. */
        void moveTo(String newNbmaAddress) {
            byNbmaAddress.remove(node.nbmaAddress);
            node.nbmaAddress = IpAddress.parse(newNbmaAddress);
            byNbmaAddress.put(node.nbmaAddress, node);
            node.sockets.states.clear();
            listeners().forEach(listener -> listener.changed(this));
        }

        @Override
        public boolean isInService() {
            return isUp();
        }

        @Override
        public void setLineProtocol(LineProtocol lineProtocol, String reason) {
            setUp(lineProtocol == LineProtocol.UP);
        }

        @Override
        public void setResolver(NbmaResolver newResolver) {
            resolver = newResolver;
        }

        @Override
        public void setNhrpReceiver(NhrpReceiver newReceiver) {
            receiver = newReceiver;
        }

        NbmaResolver resolver() {
            return resolver;
        }

        /** Delivers a packet as if it came from an address. */
        void deliver(IpAddress outerSource, Packet packet) {
            receiver.receive(outerSource, packet);
        }

        @Override
        public void sendNhrp(FarEnd farEnd, Packet packet) {
            IpAddress target = farEnd.nbmaAddress();
            sentNhrp.add(packet);
            if (isProtected && node.sockets.state(target) != CryptoSockets.SocketState.UP) {
                return;
            }
            IpAddress source = node.nbmaAddress;
            reachable(node, target).ifPresent(
                    peer -> later(LATENCY, Order.ARRIVAL, () -> peer.tunnel.receiver.receive(source, packet)));
        }

        @Override
        public void send(IpPacket packet, IpAddress nextHop) {
            Optional<IpAddress> target = resolver.resolve(nextHop, packet).map(FarEnd::nbmaAddress);
            if (target.isEmpty() || isProtected && node.sockets.state(target.get()) != CryptoSockets.SocketState.UP) {
                return;
            }
            reachable(node, target.get()).ifPresent(peer ->
                    later(LATENCY, Order.ARRIVAL, () -> peer.forward(Optional.of(peer.tunnel), packet)));
        }

        @Override
        public void announceMulticastTarget() {
            announced++;
            listeners().forEach(listener -> listener.multicastTargetAdded(this));
        }
    }

    /** Sockets with the times of an IKEv2 exchange of four messages. */
    final class LabSockets implements CryptoSockets {

        private final Node node;
        private final Map<IpAddress, SocketState> states = new LinkedHashMap<>();
        private final List<CryptoSocketListener> listeners = new ArrayList<>();
        private final Map<IpAddress, Long> underWayUntil = new LinkedHashMap<>();
        final List<IpAddress> closed = new ArrayList<>();

        LabSockets(Node node) {
            this.node = node;
        }

        @Override
        public boolean isProtected() {
            return isProtected;
        }

        @Override
        public void open(IpAddress peer) {
            if (state(peer) == SocketState.UP || underWayUntil.getOrDefault(peer, 0L) > clock.nowNanos()) {
                return;
            }
            states.put(peer, SocketState.OPENING);
            IpAddress own = node.nbmaAddress;
            reachable(node, peer).ifPresent(other -> {
                underWayUntil.put(peer, clock.nowNanos() + 4 * LATENCY);
                later(LATENCY, Order.ARRIVAL, () -> other.sockets.answer(own));
                later(3 * LATENCY, Order.ARRIVAL, () -> other.sockets.up(own));
                later(4 * LATENCY, Order.ARRIVAL, () -> up(peer));
            });
        }

        private void answer(IpAddress peer) {
            states.putIfAbsent(peer, SocketState.OPENING);
            underWayUntil.put(peer, clock.nowNanos() + 2 * LATENCY);
        }

        private void up(IpAddress peer) {
            if (states.put(peer, SocketState.UP) != SocketState.UP) {
                listeners.forEach(listener -> listener.socketUp(peer));
            }
        }

        /** This end finds the peer dead: its liveness check failed, or the peer deleted the associations. */
        void lose(IpAddress peer) {
            if (states.remove(peer) != null) {
                listeners.forEach(listener -> listener.socketDown(peer, "peer is dead"));
            }
        }

        @Override
        public void close(IpAddress peer) {
            closed.add(peer);
            IpAddress own = node.nbmaAddress;
            if (states.remove(peer) == SocketState.UP) {
                listeners.forEach(listener -> listener.socketDown(peer, "closed"));
                reachable(node, peer).ifPresent(other -> later(LATENCY, Order.ARRIVAL, () -> other.sockets.lose(own)));
            }
        }

        @Override
        public SocketState state(IpAddress peer) {
            return isProtected ? states.getOrDefault(peer, SocketState.NONE) : SocketState.UP;
        }

        @Override
        public void addListener(CryptoSocketListener listener) {
            listeners.add(listener);
        }
    }
}
