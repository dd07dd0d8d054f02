package dmvpn.network.rules.vrf;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.RouterView;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A static route out of an uplink in another VRF must name the interface. */
public final class RouteNamesInterface implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-VR-04",
            Severity.ERROR,
            "A static route into another VRF names the interface",
            "The next hop of a static route is looked up in the route's own table. A next hop behind an uplink in another VRF is "
                    + "not found there, so the route is never used. Name the outgoing interface beside the next hop.",
            "I. Pepelnjak, ipSpace.net: Redundant DMVPN designs, part 1, and its comments (a default route into a VRF); "
                    + "Cisco IOS IP Routing: Protocol-Independent Command Reference, ip route vrf");

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
        for (StaticRoute route : router.device().routing().staticRoutes()) {
            if (route.nextHop().isPresent() && route.interfaceName().isEmpty()
                    && !isReachable(route.nextHop().get(), route, router.device())) {
                elsewhere(route.nextHop().get(), route, router.device()).ifPresent(uplink -> findings.accept(new Finding(RULE,
                        "The route " + route.destination() + " of " + router.device().reference() + " via "
                                + route.nextHop().get() + " is in " + table(route.vrf()) + ", but the next hop is behind "
                                + uplink.name() + " in " + table(uplink.vrf()) + ": add interface " + uplink.name(),
                        route.origin())));
            }
        }
    }

    private static boolean isReachable(IpAddress nextHop, StaticRoute route, Device device) {
        return device.interfaces().stream().anyMatch(candidate -> candidate.vrf().equals(route.vrf())
                        && (covers(candidate, nextHop) || hasDefault(candidate)))
                || device.tunnels().stream().anyMatch(tunnel -> tunnel.vrf().equals(route.vrf())
                        && tunnel.address().prefix().contains(nextHop))
                || device.routing().staticRoutes().stream().anyMatch(other -> other != route && other.vrf().equals(route.vrf())
                        && other.destination().contains(nextHop) && !other.destination().equals(route.destination()));
    }

    private static boolean hasDefault(NetworkInterface candidate) {
        return switch (candidate.assignment()) {
            case AddressAssignment.Dhcp dhcp -> true;
            case AddressAssignment.Static fixed -> fixed.gateway().isPresent();
        };
    }

    private static Optional<NetworkInterface> elsewhere(IpAddress nextHop, StaticRoute route, Device device) {
        return device.interfaces().stream()
                .filter(candidate -> !candidate.vrf().equals(route.vrf()) && covers(candidate, nextHop)).findFirst();
    }

    private static boolean covers(NetworkInterface candidate, IpAddress address) {
        return candidate.assignment() instanceof AddressAssignment.Static fixed && covers(fixed.address(), address);
    }

    private static boolean covers(InterfaceAddress own, IpAddress address) {
        return own.prefix().contains(address);
    }

    private static String table(Optional<String> vrf) {
        return vrf.map(name -> "VRF " + name).orElse("the global table");
    }
}
