package dmvpn.app.oracle;

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
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.BidirectionalForwarding;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.RipProcess;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.underlay.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A router of a {@link Topology}: ports, routes and the processes of its routing protocols, as compiled networks have them. */
final class TopologyRouter {

    /** The loopback interface that Linux has anyway. */
    static final String LOOPBACK = "lo";

    private final String name;
    private final List<NetworkInterface> interfaces = new ArrayList<>();
    private final List<StaticRoute> routes = new ArrayList<>();
    private final List<EigrpProcess> eigrp = new ArrayList<>();
    private final List<OspfProcess> ospf = new ArrayList<>();
    private final List<BgpProcess> bgp = new ArrayList<>();
    private final List<RipProcess> rip = new ArrayList<>();
    private final List<BidirectionalForwarding> bfd = new ArrayList<>();
    private final List<RoutePolicy> policies = new ArrayList<>();

    TopologyRouter(String name) {
        this.name = name;
    }

    /**
     * A port on a wire. A wire that no other router names is a network with hosts alone.
     *
     * @param port such as {@code eth0}
     * @param address such as {@code 10.0.12.1/24}
     */
    TopologyRouter port(String port, String wire, String address) {
        interfaces.add(new NetworkInterface(port, InterfaceKind.WAN, Optional.empty(), assigned(address), Optional.of(wire),
                Transport.DEFAULT_MTU_BYTES, true, Origin.NONE));
        return this;
    }

    /** An address of the loopback {@value #LOOPBACK}. */
    TopologyRouter loopback(String address) {
        interfaces.add(new NetworkInterface(LOOPBACK, InterfaceKind.LOOPBACK, Optional.empty(), assigned(address),
                Optional.empty(), Transport.DEFAULT_MTU_BYTES, true, Origin.NONE));
        return this;
    }

    private static AddressAssignment assigned(String address) {
        return new AddressAssignment.Static(InterfaceAddress.parse(address), Optional.empty(), Origin.NONE);
    }

    /** A static route to a next hop. */
    TopologyRouter route(String prefix, String nextHop) {
        return route(prefix, nextHop, null, 1, OptionalLong.empty());
    }

    /**
     * A static route; with neither next hop nor port one that discards.
     *
     * @param nextHop null for none
     * @param port null for none
     */
    TopologyRouter route(String prefix, String nextHop, String port, int distance, OptionalLong tag) {
        routes.add(new StaticRoute(Optional.empty(), IpPrefix.parse(prefix), Optional.ofNullable(nextHop).map(IpAddress::parse),
                Optional.ofNullable(port), distance, tag, Origin.NONE));
        return this;
    }

    TopologyRouter eigrp(EigrpProcess process) {
        eigrp.add(process);
        return this;
    }

    TopologyRouter ospf(OspfProcess process) {
        ospf.add(process);
        return this;
    }

    TopologyRouter bgp(BgpProcess process) {
        bgp.add(process);
        return this;
    }

    TopologyRouter rip(RipProcess process) {
        rip.add(process);
        return this;
    }

    TopologyRouter bfd(BidirectionalForwarding configured) {
        bfd.add(configured);
        return this;
    }

    TopologyRouter policy(RoutePolicy policy) {
        policies.add(policy);
        return this;
    }

    String name() {
        return name;
    }

    /** Names of the wires that it is on. */
    List<String> wires() {
        return interfaces.stream().flatMap(port -> port.transport().stream()).toList();
    }

    /** Names of its ports. */
    List<String> ports() {
        return interfaces.stream().filter(port -> port.transport().isPresent()).map(NetworkInterface::name).toList();
    }

    /** Commands that have BGP try a session again soon: whoever tries before the other end is there waits for two minutes otherwise. */
    List<String> impatience() {
        List<String> commands = new ArrayList<>();
        for (BgpProcess process : bgp) {
            commands.add("router bgp " + process.autonomousSystem());
            process.neighbors().forEach(neighbor -> commands.add("neighbor " + neighbor.address() + " timers connect 3"));
        }
        return commands;
    }

    /** Daemons of FRRouting that run what is configured. */
    List<String> daemons() {
        List<String> daemons = new ArrayList<>(List.of("zebra", "staticd"));
        addWhenUsed(daemons, bfd, "bfdd");
        addWhenUsed(daemons, ospf, usesIpv6() ? "ospf6d" : "ospfd");
        addWhenUsed(daemons, bgp, "bgpd");
        addWhenUsed(daemons, rip, "ripd");
        addWhenUsed(daemons, eigrp, "eigrpd");
        return daemons;
    }

    /** True when a port has an IPv6 address. */
    boolean usesIpv6() {
        return interfaces.stream().anyMatch(port -> port.assignment().isOfIpv6());
    }

    private static void addWhenUsed(List<String> daemons, List<?> configured, String daemon) {
        if (!configured.isEmpty()) {
            daemons.add(daemon);
        }
    }

    Device build() {
        return new Device(name, name, DeviceRole.ROUTER, new Platform(Vendor.FRR, "8.4", Origin.NONE), List.of(), interfaces,
                List.of(), CryptoConfiguration.NONE,
                new RoutingConfiguration(routes, eigrp, ospf, bgp, rip, List.of(), bfd, policies, Origin.NONE), List.of(),
                Origin.NONE);
    }
}
