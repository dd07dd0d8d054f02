package dmvpn.network.rules.underlay;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.rules.membership.Member;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** The routes of a router in its tunnel's front-door table that do not lead into the tunnel, for many questions. */
final class UnderlayTable {

    private final Set<IpPrefix> prefixes = new HashSet<>();
    private final Set<Integer> lengths = new TreeSet<>();
    private boolean hasDefault;

    private UnderlayTable() {
    }

    static UnderlayTable of(Member router) {
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
        prefixes.add(prefix);
        lengths.add(prefix.length());
    }

    /** True when some route covers the address. */
    boolean reaches(IpAddress address) {
        return hasDefault || lengths.stream()
                .anyMatch(length -> length <= address.bitLength() && prefixes.contains(IpPrefix.containing(address, length)));
    }
}
