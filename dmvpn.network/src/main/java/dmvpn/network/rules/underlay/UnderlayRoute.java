package dmvpn.network.rules.underlay;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.rules.membership.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A route that does not need the tunnel.
 *
 * @param length prefix length
 * @param distance administrative distance
 */
record UnderlayRoute(int length, int distance) {

    /** The best route of a router to an NBMA address outside its tunnel, in the tunnel's front-door table. */
    static Optional<UnderlayRoute> toward(IpAddress nbmaAddress, Member router) {
        List<UnderlayRoute> routes = new ArrayList<>();
        for (NetworkInterface connected : router.device().interfaces()) {
            if (connected.vrf().equals(router.tunnel().frontDoorVrf()) && connected.enabled()
                    && connected.assignment().isOfIpv6() == nbmaAddress instanceof Ipv6Address) {
                addRoutesOf(connected, nbmaAddress, routes);
            }
        }
        for (StaticRoute route : router.device().routing().staticRoutes()) {
            if (route.vrf().equals(router.tunnel().frontDoorVrf())
                    && route.destination().contains(nbmaAddress)
                    && !leadsInto(router, route)) {
                routes.add(new UnderlayRoute(route.destination().length(), route.distance()));
            }
        }
        return routes.stream().max(Comparator.comparingInt(UnderlayRoute::length)
                .thenComparing(Comparator.comparingInt(UnderlayRoute::distance).reversed()));
    }

    private static void addRoutesOf(NetworkInterface connected, IpAddress nbmaAddress, List<UnderlayRoute> routes) {
        switch (connected.assignment()) {
            case AddressAssignment.Dhcp dhcp -> routes.add(new UnderlayRoute(0, dhcp.defaultRouteDistance()));
            case AddressAssignment.Static fixed -> {
                if (fixed.address().prefix().contains(nbmaAddress)) {
                    routes.add(new UnderlayRoute(fixed.address().prefixLength(), 0));
                }
                fixed.gateway().ifPresent(gateway -> routes.add(new UnderlayRoute(0, 1)));
            }
        }
    }

    /** True when a static route leads into the router's tunnel. */
    static boolean leadsInto(Member router, StaticRoute route) {
        IpPrefix overlay = router.tunnel().address().prefix();
        return route.interfaceName().filter(router.tunnel().name()::equals).isPresent()
                || route.nextHop().filter(overlay::contains).isPresent();
    }

    /** True when a route of that prefix and distance is used instead of this one. */
    boolean losesTo(IpPrefix prefix, int otherDistance) {
        return prefix.length() > length || prefix.length() == length && otherDistance < distance;
    }
}
