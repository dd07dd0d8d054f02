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

    private final List<IpPrefix> routes = new ArrayList<>(2);
    private Set<IpPrefix> prefixes;
    private Set<Integer> lengths;
    private boolean hasDefault;

    private UnderlayTable() {
    }

    static UnderlayTable of(Member router) {
        return router.derived(UnderlayTable.class, () -> find(router));
    }

    private static UnderlayTable find(Member router) {
        UnderlayTable table = new UnderlayTable();
        for (NetworkInterface connected : router.device().interfaces()) {
            if (connected.vrf().equals(router.tunnel().frontDoorVrf()) && connected.enabled()) {
                table.addRoutesOf(connected);
            }
        }
        for (StaticRoute route : router.device().routing().staticRoutes()) {
            if (route.vrf().equals(router.tunnel().frontDoorVrf()) && !UnderlayRoute.leadsInto(router, route)) {
                table.add(route.destination());
            }
        }
        return table;
    }

    private void addRoutesOf(NetworkInterface connected) {
        switch (connected.assignment()) {
            case AddressAssignment.Dhcp dhcp -> hasDefault = true;
            case AddressAssignment.Static fixed -> {
                hasDefault |= fixed.gateway().isPresent();
                add(fixed.address().prefix());
            }
        }
    }

    private void add(IpPrefix prefix) {
        routes.add(prefix);
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
        if (hasDefault || routes.size() <= SHORT) {
            return hasDefault || routes.stream().anyMatch(route -> route.contains(address));
        }
        if (prefixes == null) {
            index();
        }
        return lengths.stream()
                .anyMatch(length -> length <= address.bitLength() && prefixes.contains(IpPrefix.containing(address, length)));
    }
}
