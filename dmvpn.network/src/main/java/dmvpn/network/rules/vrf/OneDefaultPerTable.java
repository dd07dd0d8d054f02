package dmvpn.network.rules.vrf;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.RouterView;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** A default route for the payload and one for encapsulated packets need two tables. */
public final class OneDefaultPerTable implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-VR-03",
            Severity.ERROR,
            "Payload and encapsulated packets have default routes of their own",
            "Encapsulated packets need a default route out of the uplink, the payload wants one to a gateway on the local "
                    + "network. In one table there is one default route: some packets of the tunnels go to the local network, and "
                    + "the tunnels fail. Put the uplink into a front-door VRF, or send the payload there by a policy route on "
                    + "the tunnel.",
            "Cisco Support Community, Ask the Expert: Dynamic Multipoint VPN, M. Sullenberger, 2010");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.STATIC_ROUTES);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        Device device = router.device();
        for (StaticRoute route : device.routing().staticRoutes()) {
            boolean carriesTunnels = device.tunnels().stream().anyMatch(tunnel -> tunnel.frontDoorVrf().equals(route.vrf()));
            Optional<NetworkInterface> lan = route.nextHop().flatMap(nextHop -> lanOf(device, route, nextHop));
            if (route.destination().length() == 0 && carriesTunnels && lan.isPresent()) {
                uplink(device, route).ifPresent(uplink -> findings.accept(new Finding(RULE, "The default route of "
                        + device.reference() + " to " + route.nextHop().get() + " on " + lan.get().name()
                        + " takes the place of the one out of " + uplink.name() + ", which its tunnels need: put "
                        + uplink.name() + " into a front-door VRF", route.origin())));
            }
        }
    }

    private static Optional<NetworkInterface> lanOf(Device device, StaticRoute route, IpAddress nextHop) {
        return device.interfaces().stream().filter(candidate -> candidate.kind() == InterfaceKind.LAN
                && candidate.vrf().equals(route.vrf()) && candidate.assignment() instanceof AddressAssignment.Static fixed
                && fixed.address().prefix().contains(nextHop)).findFirst();
    }

    /** The uplink of a tunnel in the table of the route whose default route is not better than this one. */
    private static Optional<NetworkInterface> uplink(Device device, StaticRoute route) {
        return device.interfaces().stream().filter(candidate -> candidate.kind() == InterfaceKind.WAN && candidate.enabled()
                && candidate.vrf().equals(route.vrf())
                && candidate.assignment().isOfIpv6() == route.destination().network() instanceof Ipv6Address
                && device.tunnels().stream().anyMatch(tunnel -> tunnel.sourceInterface().equals(candidate.name()))
                && defaultDistance(candidate).stream().anyMatch(distance -> route.distance() <= distance)).findFirst();
    }

    private static OptionalInt defaultDistance(NetworkInterface uplink) {
        return switch (uplink.assignment()) {
            case AddressAssignment.Dhcp dhcp -> OptionalInt.of(dhcp.defaultRouteDistance());
            case AddressAssignment.Static fixed -> fixed.gateway().isPresent() ? OptionalInt.of(1) : OptionalInt.empty();
        };
    }
}
