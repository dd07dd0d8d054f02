package dmvpn.sim.testing;

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
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.RipProcess;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Scenario;
import dmvpn.network.underlay.Transport;
import dmvpn.network.underlay.TransportKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Routers whose ports are on wires of 1 ms; those that name one wire hear each other. The scenario is called {@code scenario}. */
public final class WiredNetwork {

    private static final Duration WIRE_LATENCY = Duration.ofMillis(1);

    private final Map<String, Wired> routers = new LinkedHashMap<>();
    private final List<Action> actions = new ArrayList<>();

    /** A router of the network. */
    public static final class Wired {

        private final String name;
        private Platform platform = Platform.DEFAULT;
        private final List<NetworkInterface> interfaces = new ArrayList<>();
        private final List<StaticRoute> routes = new ArrayList<>();
        private final List<EigrpProcess> eigrp = new ArrayList<>();
        private final List<OspfProcess> ospf = new ArrayList<>();
        private final List<RipProcess> rip = new ArrayList<>();
        private final List<RoutePolicy> policies = new ArrayList<>();

        private Wired(String name) {
            this.name = name;
        }

        /** Another platform than the default. */
        public Wired platform(Platform other) {
            platform = other;
            return this;
        }

        /** @param address such as {@code 10.0.12.1/24} */
        public Wired port(String port, String wire, String address) {
            interfaces.add(new NetworkInterface(port, InterfaceKind.WAN, Optional.empty(), assigned(address), Optional.of(wire),
                    Transport.DEFAULT_MTU_BYTES, true, Origin.NONE));
            return this;
        }

        /** A loopback {@code Loopback0}. */
        public Wired loopback(String address) {
            return loopback("Loopback0", address);
        }

        /** A loopback. */
        public Wired loopback(String loopback, String address) {
            interfaces.add(new NetworkInterface(loopback, InterfaceKind.LOOPBACK, Optional.empty(), assigned(address),
                    Optional.empty(), Transport.DEFAULT_MTU_BYTES, true, Origin.NONE));
            return this;
        }

        private static AddressAssignment assigned(String address) {
            return new AddressAssignment.Static(InterfaceAddress.parse(address), Optional.empty(), Origin.NONE);
        }

        /** A static route to a next hop. */
        public Wired route(String prefix, String nextHop) {
            return route(prefix, nextHop, null);
        }

        /** A static route out of an interface; null for none. */
        public Wired route(String prefix, String nextHop, String port) {
            routes.add(new StaticRoute(Optional.empty(), IpPrefix.parse(prefix), Optional.of(IpAddress.parse(nextHop)),
                    Optional.ofNullable(port), 1, OptionalLong.empty(), Origin.NONE));
            return this;
        }

        /** RIP. */
        public Wired rip(RipProcess process) {
            rip.add(process);
            return this;
        }

        /** EIGRP. */
        public Wired eigrp(EigrpProcess process) {
            eigrp.add(process);
            return this;
        }

        /** OSPF. */
        public Wired ospf(OspfProcess process) {
            ospf.add(process);
            return this;
        }

        /** Forgets the policies up to now. */
        public Wired withoutPolicies() {
            policies.clear();
            return this;
        }

        /** Policies that processes may name. */
        public Wired policies(RoutePolicy... known) {
            policies.addAll(List.of(known));
            return this;
        }

        private Device build() {
            return new Device(name, name, DeviceRole.ROUTER, platform, List.of(), interfaces, List.of(), CryptoConfiguration.NONE,
                    new RoutingConfiguration(routes, eigrp, ospf, List.of(), rip, List.of(), List.of(), policies, Origin.NONE),
                    List.of(), Origin.NONE);
        }
    }

    /** A router, added when the name is new. */
    public Wired router(String name) {
        return routers.computeIfAbsent(name, Wired::new);
    }

    /** The cable of a port is pulled. */
    public WiredNetwork fail(double atSeconds, String router, String port) {
        actions.add(new Action.FailInterface(at(atSeconds), router, port, Origin.NONE));
        return this;
    }

    /** The cable of a port is put back. */
    public WiredNetwork restore(double atSeconds, String router, String port) {
        actions.add(new Action.RestoreInterface(at(atSeconds), router, port, Origin.NONE));
        return this;
    }

    /** A router loses its power. */
    public WiredNetwork fail(double atSeconds, String router) {
        actions.add(new Action.FailDevice(at(atSeconds), router, Origin.NONE));
        return this;
    }

    /** Something else happens. */
    public WiredNetwork action(Action action) {
        actions.add(action);
        return this;
    }

    private static Duration at(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /** The network as compiled, with a scenario of that many seconds. */
    public CompiledNetwork build(double seconds) {
        List<Transport> wires = routers.values().stream().flatMap(router -> router.interfaces.stream())
                .flatMap(port -> port.transport().stream()).distinct()
                .map(name -> new Transport(name, TransportKind.MPLS_VPN, WIRE_LATENCY, Duration.ZERO, 0, OptionalLong.empty(),
                        Transport.DEFAULT_MTU_BYTES, Optional.empty(), Origin.NONE)).toList();
        return new CompiledNetwork("Wired", wires, List.of(), routers.values().stream().map(Wired::build).toList(), List.of(),
                List.of(new Scenario("scenario", 1, at(seconds), actions, List.of(), Origin.NONE)), Origin.NONE);
    }

    /** Runs the scenario. */
    public FinishedRun run(double seconds) {
        return FinishedRun.of(build(seconds));
    }
}
