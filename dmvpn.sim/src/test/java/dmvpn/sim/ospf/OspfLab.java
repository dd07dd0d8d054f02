package dmvpn.sim.ospf;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.crypto.CryptoConfiguration;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.Platform;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.DefaultOrigination;
import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.network.routing.OspfConfiguredNeighbor;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.routing.SeedMetric;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.ospf.message.OspfBody;
import dmvpn.sim.ospf.message.OspfPacket;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.router.NeighborDetection;
import dmvpn.sim.routing.LongestMatchRoutingTable;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.redistribution.RedistributionFilter;
import dmvpn.sim.show.StateTable;
import dmvpn.sim.testing.FakeInterface;
import dmvpn.sim.testing.FakeRouter;
import dmvpn.sim.testing.ManualScheduler;
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

/** Routers with OSPF on segments with a delay of 10 ms; a test decides who hears whose multicast and what gets lost. */
final class OspfLab {

    private static final long LATENCY = 10_000_000L;

    final ManualScheduler clock = new ManualScheduler();
    private int nodes;

    /** A network. */
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
                        : member.address().orElseThrow().address().equals(nextHop)
                                || member.linkLocalAddress().filter(nextHop::equals).isPresent();
                if (member != sender && addressed) {
                    clock.schedule(clock.nowNanos() + LATENCY, Order.ARRIVAL, (kind, payload) -> {
                        if (member.isUp() && member.node.ospf != null && member.node.powered) {
                            member.node.router.ip().deliver(member, packet);
                        }
                    }, 0, null);
                }
            }
        }

        /** Contents of the packets of a kind. */
        <B extends OspfBody> List<B> bodies(Class<B> kind) {
            return seen.stream().map(packet -> ((OspfPacket) packet.content()).body())
                    .filter(kind::isInstance).map(kind::cast).toList();
        }
    }

    static OspfBody body(IpPacket packet) {
        return ((OspfPacket) packet.content()).body();
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
        int bandwidthKbps;
        int mtuBytes = 1400;

        LabInterface(Node node, Segment segment, String name, String address, int bandwidthKbps) {
            super(name, address);
            this.node = node;
            this.segment = segment;
            this.bandwidthKbps = bandwidthKbps;
            if (segment != null) {
                segment.members.add(this);
            }
        }

        /** fe80::NODE:INTERFACE, each counted from 1. */
        @Override
        public Optional<Ipv6Address> linkLocalAddress() {
            return address().filter(own -> own.address() instanceof Ipv6Address)
                    .map(own -> (Ipv6Address) IpAddress.parse("fe80::" + node.number + ":" + (node.interfaces.indexOf(this) + 1)));
        }

        @Override
        public int bandwidthKbps() {
            return bandwidthKbps;
        }

        @Override
        public int mtuBytes() {
            return mtuBytes;
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

        void forgetListeners() {
            listeners().clear();
        }

        void tellChanged() {
            listeners().forEach(listener -> listener.changed(this));
        }
    }

    /** A router that is being described. */
    final class Node {
        final String name;
        private final int number;
        private final List<NetworkInterface> loopbacks = new ArrayList<>();
        private final List<LabInterface> interfaces = new ArrayList<>();
        /** What tells that the process is of version 3. */
        private final List<NetworkInterface> ofIpv6 = new ArrayList<>();
        private final Map<String, OspfInterface> settings = new LinkedHashMap<>();
        private final List<OspfArea> areas = new ArrayList<>();
        private final List<OspfConfiguredNeighbor> neighbors = new ArrayList<>();
        private final List<Redistribution> redistributions = new ArrayList<>();
        private Optional<DefaultOrigination> defaultOrigination = Optional.empty();
        private OptionalInt maximumPaths = OptionalInt.empty();
        FakeRouter router;
        OspfProtocol ospf;
        boolean powered = true;

        Node(String name, int number) {
            this.name = name;
            this.number = number;
        }

        /** A loopback without OSPF, whose address is the router ID of version 3. */
        Node routerId(String address) {
            loopbacks.add(configured("Loopback9", InterfaceKind.LOOPBACK, address + "/32"));
            return this;
        }

        private static NetworkInterface configured(String interfaceName, InterfaceKind kind, String address) {
            AddressAssignment assignment =
                    new AddressAssignment.Static(InterfaceAddress.parse(address), Optional.empty(), Origin.NONE);
            return new NetworkInterface(interfaceName, kind, Optional.empty(), assignment, Optional.empty(), 1500, true, Origin.NONE);
        }

        /** A loopback, whose address is the router ID. */
        Node loopback(String address) {
            return loopback(address, 0);
        }

        Node loopback(String address, long area) {
            String host = address + (address.contains(":") ? "/128" : "/32");
            loopbacks.add(configured("Loopback0", InterfaceKind.LOOPBACK, host));
            return port(null, "Loopback0", host, 8_000_000, Port.broadcast().in(area));
        }

        /** A tunnel of 100 kbit/s, the default of IOS. */
        Node tunnel(Segment segment, String address, Port port) {
            return port(segment, "Tunnel100", address, 100, port);
        }

        Node link(Segment segment, String interfaceName, String address, Port port) {
            return port(segment, interfaceName, address, 1_000_000, port);
        }

        /** A network without other routers. */
        Node lan(String address) {
            return lan("GigabitEthernet9", address, 0);
        }

        Node lan(String interfaceName, String address, long area) {
            return port(null, interfaceName, address, 1_000_000, Port.broadcast().asPassive().in(area));
        }

        /** An interface that takes no part. */
        Node other(String interfaceName, String address) {
            interfaces.add(new LabInterface(this, null, interfaceName, address, 1_000_000));
            return this;
        }

        private Node port(Segment segment, String interfaceName, String address, int bandwidthKbps, Port port) {
            interfaces.add(new LabInterface(this, segment, interfaceName, address, bandwidthKbps));
            if (address.contains(":") && !interfaceName.startsWith("Loopback")) {
                ofIpv6.add(configured(interfaceName, InterfaceKind.WAN, address));
            }
            settings.put(interfaceName, port.configured(interfaceName));
            return this;
        }

        Node mtu(int bytes) {
            interfaces.getLast().mtuBytes = bytes;
            return this;
        }

        /** A neighbour on the interface that was added last. */
        Node neighbor(String address, int priority) {
            neighbors.add(new OspfConfiguredNeighbor(interfaces.getLast().name(), IpAddress.parse(address), priority, Origin.NONE));
            return this;
        }

        Node area(long number, OspfAreaKind kind, String... ranges) {
            areas.add(new OspfArea(number, kind, Stream.of(ranges).map(IpPrefix::parse).toList(), Origin.NONE));
            return this;
        }

        Node redistribute(RouteSource source, OptionalLong metric, OptionalInt type, OptionalLong tag) {
            Optional<SeedMetric> seed = metric.isPresent()
                    ? Optional.of(new SeedMetric.Simple(metric.getAsLong(), Origin.NONE)) : Optional.empty();
            redistributions.add(new Redistribution(source, OptionalLong.empty(), seed, type, tag, Optional.empty(),
                    Origin.NONE));
            return this;
        }

        Node redistribute(RouteSource source) {
            return redistribute(source, OptionalLong.empty(), OptionalInt.empty(), OptionalLong.empty());
        }

        Node defaultRoute() {
            defaultOrigination = Optional.of(new DefaultOrigination(Origin.NONE));
            return this;
        }

        Node maximumPaths(int count) {
            maximumPaths = OptionalInt.of(count);
            return this;
        }

        Node start() {
            Device device = new Device(name, name, DeviceRole.ROUTER, Platform.DEFAULT, List.of(), Stream.concat(loopbacks.stream(), ofIpv6.stream()).toList(), List.of(),
                    CryptoConfiguration.NONE, RoutingConfiguration.NONE, List.of(), Origin.NONE);
            router = new FakeRouter(device, clock);
            interfaces.forEach(router::with);
            ProcessOptions options = new ProcessOptions(redistributions, List.of(), Optional.empty(), Optional.empty(),
                    maximumPaths, Origin.NONE);
            ospf = new OspfProtocol(router, new OspfProcess(1, Optional.empty(), areas, List.copyOf(settings.values()),
                    neighbors, defaultOrigination, options, Origin.NONE), RedistributionFilter.ALL, NeighborDetection.NONE);
            powered = true;
            ospf.start();
            return this;
        }

        void powerOff() {
            powered = false;
            ospf.stop();
        }

        /** Power comes back: nothing is left of the former life. */
        void restart() {
            interfaces.forEach(LabInterface::forgetListeners);
            start();
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

        /** OSPF's routes in the table as {@code O IA 192.168.12.0/24 [110/3] via 10.0.0.1}. */
        List<String> routes() {
            return table().candidates().stream().filter(route -> route.source().name().startsWith("OSPF"))
                    .map(route -> route.source().code() + " " + route.prefix() + " [" + route.distance() + "/" + route.metric()
                            + "] via " + route.nextHop().map(Object::toString).orElse(route.interfaceName().orElse("")))
                    .toList();
        }

        List<String> rows(String table, int... columns) {
            StateTable found = ospf.stateTables().stream().filter(each -> each.name().equals(table)
                    || each.name().equals(table.replace("OSPF ", "OSPFv3 "))).findFirst()
                    .orElseThrow();
            return found.rows().stream().map(row -> {
                List<String> cells = new ArrayList<>();
                for (int column : columns) {
                    cells.add(row.get(column));
                }
                return String.join(" ", cells);
            }).toList();
        }

        /** Neighbours as {@code 10.0.0.1 full dr}. */
        List<String> neighbors() {
            return rows("OSPF neighbors", 0, 3, 4);
        }

        /** The database as {@code area type id originator}. */
        List<String> database() {
            return rows("OSPF database", 0, 1, 2, 3);
        }

        List<Double> timesOf(String message) {
            return router.trace().entries().stream().filter(entry -> entry.event().message().equals(message))
                    .map(entry -> Math.round(entry.timeNanos() / 1e6) / 1e3).toList();
        }

        List<String> events(String message) {
            return router.trace().entries().stream().filter(entry -> entry.event().message().equals(message))
                    .map(entry -> String.format(Locale.ROOT, "%.3f %s", entry.timeNanos() / 1e9, entry.event().reason()))
                    .toList();
        }

        List<String> events() {
            return router.trace().entries().stream()
                    .map(entry -> String.format(Locale.ROOT, "%.3f %s", entry.timeNanos() / 1e9, entry.event().message())
                            + (entry.event().reason().isEmpty() ? "" : " [" + entry.event().reason() + "]"))
                    .toList();
        }

        String show(String command) {
            return ospf.showCommands().stream().filter(show -> show.command().equals(command)).findFirst().orElseThrow()
                    .text().get();
        }
    }

    Node node(String name) {
        return new Node(name, ++nodes);
    }

    void runTo(double seconds) {
        clock.runUntilMillis(Math.round(seconds * 1000));
    }
}
