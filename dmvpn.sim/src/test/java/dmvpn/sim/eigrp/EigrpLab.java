package dmvpn.sim.eigrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.crypto.CryptoConfiguration;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.EigrpInterface;
import dmvpn.network.routing.EigrpMetricWeights;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.EigrpStub;
import dmvpn.network.routing.EigrpSummary;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.sim.eigrp.message.EigrpPacket;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.router.NeighborDetection;
import dmvpn.sim.routing.LongestMatchRoutingTable;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import dmvpn.sim.routing.redistribution.PolicyFilter;
import dmvpn.sim.testing.FakeInterface;
import dmvpn.sim.testing.FakeRouter;
import dmvpn.sim.testing.ManualScheduler;
import dmvpn.sim.trace.TraceEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Routers with EIGRP 100 on segments with a delay of 10 ms; a test decides who hears whose multicast. */
final class EigrpLab {

    private static final long LATENCY = 10_000_000L;

    final ManualScheduler clock = new ManualScheduler();

    /** A network segment. */
    final class Segment {
        private final List<LabInterface> members = new ArrayList<>();
        /** Sender and receiver of multicast. */
        BiPredicate<LabInterface, LabInterface> hears = (sender, receiver) -> true;
        /** Packets that get lost. */
        Predicate<IpPacket> loses = packet -> false;
        final List<IpPacket> seen = new ArrayList<>();

        void send(LabInterface sender, IpPacket packet, IpAddress nextHop) {
            seen.add(packet);
            if (loses.test(packet)) {
                return;
            }
            for (LabInterface member : members) {
                boolean addressed = nextHop.isMulticast()
                        ? hears.test(sender, member)
                        : member.address().orElseThrow().address().equals(nextHop);
                if (member != sender && addressed) {
                    clock.schedule(clock.nowNanos() + LATENCY, Order.ARRIVAL, (kind, payload) -> {
                        if (member.isUp() && member.node.eigrp != null && member.node.powered) {
                            member.node.router.ip().deliver(member, packet);
                        }
                    }, 0, null);
                }
            }
        }

        List<EigrpPacket> packets() {
            return seen.stream().map(packet -> (EigrpPacket) packet.content()).toList();
        }
    }

    /** Multicast as in a cloud: between the first member and each other, not among the others. */
    Segment cloud() {
        Segment segment = new Segment();
        segment.hears = (sender, receiver) -> sender == segment.members.get(0) || receiver == segment.members.get(0);
        return segment;
    }

    Segment segment() {
        return new Segment();
    }

    /** An interface of a router. */
    static final class LabInterface extends FakeInterface {
        private final Node node;
        private final Segment segment;
        private int bandwidthKbps;
        private final int delayMicros;

        LabInterface(Node node, Segment segment, String name, String address, int bandwidthKbps, int delayMicros) {
            super(name, address);
            this.node = node;
            this.segment = segment;
            this.bandwidthKbps = bandwidthKbps;
            this.delayMicros = delayMicros;
            if (segment != null) {
                segment.members.add(this);
            }
        }

        void setBandwidth(int kbps) {
            bandwidthKbps = kbps;
            listeners().forEach(listener -> listener.changed(this));
        }

        @Override
        public int bandwidthKbps() {
            return bandwidthKbps;
        }

        @Override
        public int delayMicros() {
            return delayMicros;
        }

        @Override
        public boolean multicastReaches(IpAddress neighbor) {
            return segment.members.stream().anyMatch(member -> segment.hears.test(this, member)
                    && member.address().orElseThrow().address().equals(neighbor));
        }

        @Override
        public void send(IpPacket packet, IpAddress nextHop) {
            if (segment != null && isUp()) {
                segment.send(this, packet, nextHop);
            }
        }

        void announce() {
            listeners().forEach(listener -> listener.multicastTargetAdded(this));
        }
    }

    /** A router that is being described. */
    final class Node {
        final String name;
        final FakeRouter router;
        private final Map<String, EigrpInterface> settings = new LinkedHashMap<>();
        private Optional<EigrpStub> stub = Optional.empty();
        private List<IpPrefix> networks = List.of(IpPrefix.parse("0.0.0.0/0"));
        private int autonomousSystem = 100;
        private ProcessOptions options = ProcessOptions.NONE;
        private Optional<EigrpMetricWeights> weights = Optional.empty();
        private Optional<String> processName = Optional.empty();
        private final EigrpProcesses processes = new EigrpProcesses();
        EigrpProtocol eigrp;
        boolean powered = true;

        Node(String name, Platform platform, RoutePolicy... policies) {
            this.name = name;
            Device device = new Device(name, name, DeviceRole.ROUTER, platform, List.of(), List.of(), List.of(),
                    CryptoConfiguration.NONE, new RoutingConfiguration(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                            List.of(), List.of(policies), Origin.NONE), List.of(), Origin.NONE);
            router = new FakeRouter(device, clock);
        }

        /** A tunnel of 100 kbit/s and 50 ms, the defaults of IOS. */
        Node tunnel(Segment segment, String address) {
            router.with(new LabInterface(this, segment, "Tunnel100", address, 100, 50_000));
            return this;
        }

        Node tunnel(Segment segment, String address, int delayMicros) {
            router.with(new LabInterface(this, segment, "Tunnel100", address, 100, delayMicros));
            return this;
        }

        Node link(Segment segment, String interfaceName, String address, int delayMicros) {
            router.with(new LabInterface(this, segment, interfaceName, address, 1_000_000, delayMicros));
            return this;
        }

        Node link(Segment segment, String interfaceName, String address, int bandwidthKbps, int delayMicros) {
            router.with(new LabInterface(this, segment, interfaceName, address, bandwidthKbps, delayMicros));
            return this;
        }

        /** A network without other routers. */
        Node lan(String address) {
            router.with(new LabInterface(this, null, "GigabitEthernet2", address, 1_000_000, 10));
            return this;
        }

        Node settings(String interfaceName, boolean splitHorizon, boolean nextHopSelf, EigrpSummary... summaries) {
            settings.put(interfaceName, new EigrpInterface(interfaceName, EigrpInterface.DEFAULT_HELLO_INTERVAL,
                    EigrpInterface.DEFAULT_HOLD_TIME, splitHorizon, nextHopSelf, false, List.of(summaries), Origin.NONE));
            return this;
        }

        Node passive(String interfaceName) {
            settings.put(interfaceName, new EigrpInterface(interfaceName, EigrpInterface.DEFAULT_HELLO_INTERVAL,
                    EigrpInterface.DEFAULT_HOLD_TIME, true, true, true, List.of(), Origin.NONE));
            return this;
        }

        Node stub(boolean connected, boolean summary) {
            stub = Optional.of(new EigrpStub(connected, summary, Origin.NONE));
            return this;
        }

        Node networks(String... prefixes) {
            networks = Stream.of(prefixes).map(IpPrefix::parse).toList();
            return this;
        }

        Node autonomousSystem(int number) {
            autonomousSystem = number;
            return this;
        }

        Node options(ProcessOptions other) {
            options = other;
            return this;
        }

        /** Named mode. */
        Node named(String name) {
            processName = Optional.of(name);
            return this;
        }

        Node weights(Integer... values) {
            weights = Optional.of(new EigrpMetricWeights(List.of(values), Origin.NONE));
            return this;
        }

        /** The table has a route of another owner. */
        Node has(RouteSource source, String prefix, String nextHop, String interfaceName, long metric, OptionalLong tag) {
            table().install(new Route(IpPrefix.parse(prefix), source, source.distance(), metric,
                    Optional.ofNullable(nextHop).map(IpAddress::parse), Optional.ofNullable(interfaceName), tag, clock.nowNanos(),
                    Origin.NONE));
            return this;
        }

        Node maximumPaths(int paths) {
            options = new ProcessOptions(List.of(), List.of(), Optional.empty(), Optional.empty(), OptionalInt.of(paths), Origin.NONE);
            return this;
        }

        Node start() {
            eigrp = new EigrpProtocol(router, new EigrpProcess(processName, autonomousSystem, Optional.empty(), networks, stub,
                    List.copyOf(settings.values()), weights, options, Origin.NONE), EigrpFamily.IPV4,
                    new PolicyFilter(router.device().routing().policies()), processes, NeighborDetection.NONE);
            eigrp.start();
            return this;
        }

        void powerOff() {
            powered = false;
            eigrp.stop();
        }

        LabInterface port(String interfaceName) {
            return (LabInterface) router.interfaceNamed(interfaceName).orElseThrow();
        }

        LongestMatchRoutingTable table() {
            return (LongestMatchRoutingTable) router.routes(Optional.empty());
        }

        Optional<Route> route(String prefix) {
            return table().best(IpPrefix.parse(prefix));
        }

        /** Routes as {@code 192.168.12.0/24 via 10.0.0.1 metric 123}. */
        List<String> routes() {
            return table().candidates().stream()
                    .map(route -> route.prefix() + " via " + route.nextHop().map(Object::toString)
                            .orElse(route.interfaceName().orElse("")) + " [" + route.distance() + "/" + route.metric() + "]")
                    .toList();
        }

        List<Double> timesOf(String message) {
            return times(event -> event.message().equals(message));
        }

        /** Those with a reason. */
        List<Double> timesOf(String message, String reason) {
            return times(event -> event.message().equals(message) && event.reason().equals(reason));
        }

        private List<Double> times(Predicate<TraceEvent> wanted) {
            return router.trace().entries().stream()
                    .filter(entry -> wanted.test(entry.event()))
                    .map(entry -> Math.round(entry.timeNanos() / 1e6) / 1e3)
                    .toList();
        }

        List<String> events() {
            return router.trace().entries().stream()
                    .map(entry -> String.format(Locale.ROOT, "%.3f %s", entry.timeNanos() / 1e9, entry.event().message())
                            + (entry.event().reason().isEmpty() ? "" : " [" + entry.event().reason() + "]"))
                    .toList();
        }

        String show(String command) {
            return eigrp.showCommands().stream().filter(show -> show.command().equals(command)).findFirst().orElseThrow()
                    .text().get();
        }
    }

    Node node(String name, RoutePolicy... policies) {
        return new Node(name, Platform.DEFAULT, policies);
    }

    /** A router with FRRouting. */
    Node frrNode(String name) {
        return new Node(name, new Platform(Vendor.FRR, "8.4", Origin.NONE));
    }

    static EigrpSummary summary(String prefix, String... leaked) {
        return new EigrpSummary(IpPrefix.parse(prefix), Stream.of(leaked).map(IpPrefix::parse).toList(), Origin.NONE);
    }

    void runTo(double seconds) {
        clock.runUntilMillis(Math.round(seconds * 1000));
    }
}
