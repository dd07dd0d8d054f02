package dmvpn.network.rules.underlay;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.routing.StaticRoute;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Where a router sends packets in one of its tables: the interfaces of the best connected, leased and static routes. */
final class UnderlayEgress {

    private final Device device;
    private final Optional<String> vrf;
    private final IpAddress destination;
    private final Set<String> interfaces = new LinkedHashSet<>();
    private int bestLength = -1;
    private int bestDistance;

    private UnderlayEgress(Device device, Optional<String> vrf, IpAddress destination) {
        this.device = device;
        this.vrf = vrf;
        this.destination = destination;
    }

    /** The interfaces of the best routes to an address; none when no route is known. */
    static Set<String> toward(IpAddress destination, Device device, Optional<String> vrf) {
        UnderlayEgress egress = new UnderlayEgress(device, vrf, destination);
        for (NetworkInterface connected : device.interfaces()) {
            if (connected.vrf().equals(vrf) && connected.enabled()
                    && connected.assignment().isOfIpv6() == destination instanceof Ipv6Address) {
                egress.addRoutesOf(connected);
            }
        }
        for (StaticRoute route : device.routing().staticRoutes()) {
            if (route.vrf().equals(vrf) && route.destination().contains(destination)) {
                egress.interfaceOf(route).ifPresent(name -> egress.add(route.destination().length(), route.distance(), name));
            }
        }
        return egress.interfaces;
    }

    private void addRoutesOf(NetworkInterface connected) {
        switch (connected.assignment()) {
            case AddressAssignment.Dhcp dhcp -> add(0, dhcp.defaultRouteDistance(), connected.name());
            case AddressAssignment.Static fixed -> {
                if (fixed.address().prefix().contains(destination)) {
                    add(fixed.address().prefixLength(), 0, connected.name());
                }
                fixed.gateway().ifPresent(gateway -> add(0, 1, connected.name()));
            }
        }
    }

    private Optional<String> interfaceOf(StaticRoute route) {
        return route.interfaceName().or(() -> route.nextHop().flatMap(nextHop -> device.interfaces().stream()
                .filter(candidate -> candidate.vrf().equals(vrf) && candidate.enabled()
                        && candidate.assignment() instanceof AddressAssignment.Static fixed
                        && fixed.address().prefix().contains(nextHop))
                .map(NetworkInterface::name).findFirst()));
    }

    private void add(int length, int distance, String name) {
        if (length > bestLength || length == bestLength && distance < bestDistance) {
            interfaces.clear();
            bestLength = length;
            bestDistance = distance;
        }
        if (length == bestLength && distance == bestDistance) {
            interfaces.add(name);
        }
    }
}
