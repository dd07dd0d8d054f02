package dmvpn.network.rules.underlay;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.rules.membership.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The routes of a router in its tunnel's front-door table that do not lead into the tunnel, for many questions. */
final class UnderlayTable {

    /** Up to this size the routes are searched one by one; a hub may have thousands. */
    private static final int SHORT = 16;

    private final Member router;
    private final boolean hasDefault;
    /** Null until somebody asks: with a default route nobody does. */
    private List<IpPrefix> routes;
    private Set<IpPrefix> prefixes;
    private Set<Integer> lengths;

    private UnderlayTable(Member router) {
        this.router = router;
        this.hasDefault = hasDefault(router);
    }

    static UnderlayTable of(Member router) {
        return router.derived(UnderlayTable.class, () -> new UnderlayTable(router));
    }

    private static boolean hasDefault(Member router) {
        for (NetworkInterface connected : router.device().interfaces()) {
            if (isIn(router, connected) && connected.assignment().isOfIpv6() == router.isOverIpv6() && switch (connected.assignment()) {
                case AddressAssignment.Dhcp dhcp -> true;
                case AddressAssignment.Static fixed -> fixed.gateway().isPresent();
            }) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(Member router, NetworkInterface connected) {
        return connected.enabled() && connected.vrf().equals(router.tunnel().frontDoorVrf());
    }

    private void findRoutes() {
        routes = new ArrayList<>(2);
        for (NetworkInterface connected : router.device().interfaces()) {
            if (isIn(router, connected) && connected.assignment() instanceof AddressAssignment.Static fixed) {
                routes.add(fixed.address().prefix());
            }
        }
        for (StaticRoute route : router.device().routing().staticRoutes()) {
            if (route.vrf().equals(router.tunnel().frontDoorVrf()) && !UnderlayRoute.leadsInto(router, route)) {
                routes.add(route.destination());
            }
        }
    }

    private void index() {
        prefixes = new HashSet<>(routes);
        lengths = new TreeSet<>();
        routes.forEach(route -> lengths.add(route.length()));
    }

    /** True when there is a default route. */
    boolean leadsAnywhere() {
        return hasDefault;
    }

    /** True when some route covers the address. */
    boolean reaches(IpAddress address) {
        if (hasDefault) {
            return true;
        }
        if (routes == null) {
            findRoutes();
        }
        if (routes.size() <= SHORT) {
            return routes.stream().anyMatch(route -> route.contains(address));
        }
        if (prefixes == null) {
            index();
        }
        return lengths.stream()
                .anyMatch(length -> length <= address.bitLength() && prefixes.contains(IpPrefix.containing(address, length)));
    }
}
