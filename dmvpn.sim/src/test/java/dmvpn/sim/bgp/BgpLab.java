package dmvpn.sim.bgp;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.crypto.CryptoConfiguration;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.Platform;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.policy.PolicyStatement;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.AdministrativeDistance;
import dmvpn.network.routing.BgpAggregate;
import dmvpn.network.routing.BgpListenRange;
import dmvpn.network.routing.BgpNeighbor;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.ClearedState;
import dmvpn.network.scenario.Scenario;
import dmvpn.network.underlay.Transport;
import dmvpn.network.underlay.TransportKind;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.testing.WithDetection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Routers with BGP on links of 10 ms, without tunnels: whole routers of a whole run, described in a few words. */
public final class BgpLab {

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Set<String> links = new LinkedHashSet<>();
    private final List<Action> actions = new ArrayList<>();
    private UnaryOperator<CompiledNetwork> detection = UnaryOperator.identity();
    private Simulation simulation;

    /** A router that is being described. */
    public final class Node {
        private final String name;
        private final List<NetworkInterface> interfaces = new ArrayList<>();
        private final List<StaticRoute> routes = new ArrayList<>();
        private final List<IpPrefix> networks = new ArrayList<>();
        private final List<BgpNeighbor> neighbors = new ArrayList<>();
        private final List<BgpListenRange> ranges = new ArrayList<>();
        private final List<BgpAggregate> aggregates = new ArrayList<>();
        private final List<OspfProcess> ospf = new ArrayList<>();
        private final List<RoutePolicy> policies = new ArrayList<>();
        private final List<Redistribution> redistributions = new ArrayList<>();
        private Platform platform = Platform.DEFAULT;
        private long autonomousSystem;
        private OptionalInt listenLimit = OptionalInt.empty();
        private OptionalInt maximumPaths = OptionalInt.empty();
        private Optional<AdministrativeDistance> distance = Optional.empty();

        Node(String name) {
            this.name = name;
        }

        /** An interface called {@code eth0}, {@code eth1} and so on. */
        Node on(String link, String address) {
            links.add(link);
            return add("eth" + interfaces.stream().filter(each -> each.kind() == InterfaceKind.WAN).count(), InterfaceKind.WAN,
                    address, Optional.of(link));
        }

        Node loopback(String address) {
            return add("Loopback" + interfaces.stream().filter(each -> each.kind() == InterfaceKind.LOOPBACK).count(),
                    InterfaceKind.LOOPBACK, address, Optional.empty());
        }

        Node lan(String address) {
            return add("lan" + interfaces.stream().filter(each -> each.kind() == InterfaceKind.LAN).count(), InterfaceKind.LAN,
                    address, Optional.empty());
        }

        private Node add(String interfaceName, InterfaceKind kind, String address, Optional<String> link) {
            interfaces.add(new NetworkInterface(interfaceName, kind, Optional.empty(),
                    new AddressAssignment.Static(InterfaceAddress.parse(address), Optional.empty(), Origin.NONE), link, 1500, true,
                    Origin.NONE));
            return this;
        }

        Node route(String prefix, String nextHop) {
            return route(prefix, nextHop, 1);
        }

        Node route(String prefix, String nextHop, int distance) {
            routes.add(new StaticRoute(Optional.empty(), IpPrefix.parse(prefix), Optional.of(IpAddress.parse(nextHop)),
                    Optional.empty(), distance, Origin.NONE));
            return this;
        }

        Node platform(Platform value) {
            platform = value;
            return this;
        }

        Node bgp(long number) {
            autonomousSystem = number;
            return this;
        }

        Node network(String... prefixes) {
            for (String prefix : prefixes) {
                networks.add(IpPrefix.parse(prefix));
            }
            return this;
        }

        Node neighbor(String address, Peering peering) {
            neighbors.add(new BgpNeighbor(IpAddress.parse(address), Optional.empty(), peering.build(), Origin.NONE));
            return this;
        }

        Node neighbor(String address, long number) {
            return neighbor(address, new Peering(number));
        }

        Node listen(String range, Peering peering) {
            ranges.add(new BgpListenRange(IpPrefix.parse(range), "GROUP" + ranges.size(), peering.build(), Origin.NONE));
            return this;
        }

        Node listenLimit(int limit) {
            listenLimit = OptionalInt.of(limit);
            return this;
        }

        /** OSPF in area 0 on an interface, which passes routes of another source on. */
        Node ospf(String interfaceName, Optional<RouteSource> source) {
            List<Redistribution> passed = source.map(each -> redistribution(each, Optional.empty())).stream().toList();
            ospf.add(new OspfProcess(1, Optional.empty(), List.of(new OspfArea(OspfArea.BACKBONE, OspfAreaKind.NORMAL, Origin.NONE)),
                    List.of(new OspfInterface(interfaceName, OspfArea.BACKBONE, OspfNetworkType.BROADCAST,
                            OspfInterface.DEFAULT_PRIORITY, OptionalInt.empty(), Duration.ofSeconds(10), Duration.ofSeconds(40),
                            false, false, false, Origin.NONE)), Optional.empty(),
                    new ProcessOptions(passed, List.of(), Optional.empty(), Optional.empty(), OptionalInt.empty(), Origin.NONE),
                    Origin.NONE));
            return this;
        }

        Node aggregate(String prefix, boolean summaryOnly) {
            aggregates.add(new BgpAggregate(IpPrefix.parse(prefix), summaryOnly, Origin.NONE));
            return this;
        }

        Node redistribute(RouteSource source, Optional<String> policy) {
            redistributions.add(redistribution(source, policy));
            return this;
        }

        private static Redistribution redistribution(RouteSource source, Optional<String> policy) {
            return new Redistribution(source, OptionalLong.empty(), Optional.empty(), OptionalInt.empty(), OptionalLong.empty(),
                    policy, Origin.NONE);
        }

        Node policy(String policyName, PolicyStatement... statements) {
            policies.add(new RoutePolicy(policyName, List.of(statements), Origin.NONE));
            return this;
        }

        Node policy(String policyName, PolicyAction... actions) {
            return policy(policyName, PolicyStatement.permitAll(List.of(actions), Origin.NONE));
        }

        Node maximumPaths(int count) {
            maximumPaths = OptionalInt.of(count);
            return this;
        }

        Node distance(int internal, int external) {
            distance = Optional.of(new AdministrativeDistance(internal, OptionalInt.of(external), Origin.NONE));
            return this;
        }

        Device build() {
            ProcessOptions options = new ProcessOptions(redistributions, List.of(), Optional.empty(), distance, maximumPaths,
                    Origin.NONE);
            List<BgpProcess> processes = autonomousSystem == 0 ? List.of() : List.of(new BgpProcess(autonomousSystem,
                    Optional.empty(), Optional.empty(), networks, neighbors, ranges, listenLimit, aggregates, options, Origin.NONE));
            RoutingConfiguration routing = new RoutingConfiguration(routes, List.of(), ospf, processes, List.of(), List.of(),
                    List.of(), policies, Origin.NONE);
            return new Device(name, name, DeviceRole.ROUTER, platform, List.of(), interfaces, List.of(), CryptoConfiguration.NONE,
                    routing, List.of(), Origin.NONE);
        }
    }

    /** A peering with a neighbour in one of those autonomous systems. */
    static Peering as(long... numbers) {
        return new Peering(numbers);
    }

    Node router(String name) {
        return nodes.computeIfAbsent(name, Node::new);
    }

    /** BFD on all links and with all neighbours. */
    BgpLab detection(long intervalMillis, int multiplier) {
        detection = network -> WithDetection.of(network, Duration.ofMillis(intervalMillis), multiplier);
        return this;
    }

    BgpLab failInterface(double atSeconds, String device, String interfaceName) {
        actions.add(new Action.FailInterface(at(atSeconds), device, interfaceName, Origin.NONE));
        return this;
    }

    BgpLab restoreInterface(double atSeconds, String device, String interfaceName) {
        actions.add(new Action.RestoreInterface(at(atSeconds), device, interfaceName, Origin.NONE));
        return this;
    }

    BgpLab fail(double atSeconds, String device) {
        actions.add(new Action.FailDevice(at(atSeconds), device, Origin.NONE));
        return this;
    }

    BgpLab restore(double atSeconds, String device) {
        actions.add(new Action.RestoreDevice(at(atSeconds), device, Origin.NONE));
        return this;
    }

    BgpLab failPath(double atSeconds, String first, String second) {
        actions.add(new Action.FailPath(at(atSeconds), first, second, Origin.NONE));
        return this;
    }

    BgpLab restorePath(double atSeconds, String first, String second) {
        actions.add(new Action.RestorePath(at(atSeconds), first, second, Origin.NONE));
        return this;
    }

    BgpLab clear(double atSeconds, String device) {
        actions.add(new Action.Clear(at(atSeconds), ClearedState.BGP, device, Optional.empty(), Origin.NONE));
        return this;
    }

    private static Duration at(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /** The network as it is described so far. */
    CompiledNetwork network() {
        List<Transport> transports = links.stream().map(link -> new Transport(link, TransportKind.INTERNET,
                Transport.DEFAULT_LATENCY, Duration.ZERO, 0, OptionalLong.empty(), 1500, Optional.empty(), Origin.NONE)).toList();
        return new CompiledNetwork("Lab", transports, List.of(), nodes.values().stream().map(Node::build).toList(), List.of(),
                List.of(new Scenario("scenario", 1, Duration.ofSeconds(100_000), actions, List.of(), Origin.NONE)), Origin.NONE);
    }

    /** Runs on, or begins to run. */
    BgpLab runTo(double seconds) {
        if (simulation == null) {
            simulation = Simulation.create(detection.apply(network()), SimulationOptions.DEFAULT.withScenario("scenario"));
        }
        simulation.runUntil(at(seconds));
        simulation.violation().ifPresent(violation -> {
            throw new AssertionError("What must never happen: " + violation);
        });
        return this;
    }

    Simulation simulation() {
        return simulation;
    }

    /** What routers show at this instant, and what they recorded. */
    BgpReadings seen() {
        return new BgpReadings(simulation);
    }
}
