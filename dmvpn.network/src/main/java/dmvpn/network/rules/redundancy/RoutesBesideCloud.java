package dmvpn.network.rules.redundancy;

import dmvpn.network.address.IpAddress;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.BgpNeighbor;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.NextHopSelf;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.routing.BgpOverTunnel;
import dmvpn.network.rules.routing.EigrpOnTunnel;
import dmvpn.network.rules.routing.OspfOnTunnel;
import dmvpn.network.rules.routing.RipOnTunnel;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Two hubs of a cloud that tell each other the routes of their spokes on a network that is no cloud: a link between them, or
 * the local network of a site.
 *
 * @param network the interface of the first hub
 * @param protocol the protocol that carries the routes
 * @param origin where the first hub's part in it is written
 */
record RoutesBesideCloud(NetworkInterface network, RouteSource protocol, Origin origin) {

    /** Empty when the two are no routing neighbours, or keep the routes of the cloud to themselves. */
    static Optional<RoutesBesideCloud> between(Member first, Member second) {
        for (NetworkInterface own : first.device().interfaces()) {
            if (own.vrf().equals(first.tunnel().vrf())) {
                for (NetworkInterface other : second.device().interfaces()) {
                    if (other.vrf().equals(second.tunnel().vrf()) && areConnected(first.device(), own, second.device(), other)) {
                        Optional<RoutesBesideCloud> found = eigrp(first, own, second, other)
                                .or(() -> ospf(first, own, second, other)).or(() -> bgp(first, own, second, other));
                        if (found.isPresent()) {
                            return found;
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean areConnected(Device first, NetworkInterface own, Device second, NetworkInterface other) {
        boolean medium = own.kind() == InterfaceKind.WAN
                ? other.kind() == InterfaceKind.WAN && own.transport().isPresent() && own.transport().equals(other.transport())
                : own.kind() == InterfaceKind.LAN && other.kind() == InterfaceKind.LAN && first.site().isPresent()
                        && first.site().equals(second.site());
        return medium && own.assignment() instanceof AddressAssignment.Static one
                && other.assignment() instanceof AddressAssignment.Static another
                && one.address().prefix().equals(another.address().prefix());
    }

    private static Optional<RoutesBesideCloud> eigrp(Member first, NetworkInterface own, Member second, NetworkInterface other) {
        return eigrpOn(first, own).filter(process -> eigrpOn(second, other)
                        .anyMatch(peer -> peer.autonomousSystem() == process.autonomousSystem())).findFirst()
                .map(process -> new RoutesBesideCloud(own, RouteSource.EIGRP, process.settingsOf(own.name()).origin()));
    }

    private static Stream<EigrpProcess> eigrpOn(Member hub, NetworkInterface network) {
        return hub.device().routing().eigrp().stream().filter(process -> process.vrf().equals(network.vrf())
                && process.covers(address(network)) && !process.settingsOf(network.name()).passive()
                && (EigrpOnTunnel.allOf(hub).stream().anyMatch(tunnel -> tunnel.process() == process)
                        || redistributes(hub, process.options())));
    }

    private static Optional<RoutesBesideCloud> ospf(Member first, NetworkInterface own, Member second, NetworkInterface other) {
        return ospfOn(first, own).filter(settings -> ospfOn(second, other)
                        .filter(peer -> peer.area() == settings.area()).isPresent())
                .map(settings -> new RoutesBesideCloud(own, RouteSource.OSPF, settings.origin()));
    }

    private static Optional<OspfInterface> ospfOn(Member hub, NetworkInterface network) {
        for (OspfProcess process : hub.device().routing().ospf()) {
            Optional<OspfInterface> settings = process.settingsOf(network.name()).filter(found -> !found.passive());
            if (settings.isPresent() && (OspfOnTunnel.of(hub).filter(tunnel -> tunnel.process() == process).isPresent()
                    || redistributes(hub, process.options()))) {
                return settings;
            }
        }
        return Optional.empty();
    }

    private static Optional<RoutesBesideCloud> bgp(Member first, NetworkInterface own, Member second, NetworkInterface other) {
        return bgpWith(first, other).filter(neighbor -> bgpWith(second, own).isPresent())
                .map(neighbor -> new RoutesBesideCloud(own, RouteSource.BGP, neighbor.origin()));
    }

    /** Between neighbours of one autonomous system the spoke stays the next hop, and so packets stay in the cloud. */
    private static Optional<BgpNeighbor> bgpWith(Member hub, NetworkInterface neighbor) {
        for (BgpProcess process : hub.device().routing().bgp()) {
            boolean knowsSpokes = BgpOverTunnel.of(hub).filter(tunnel -> tunnel.process() == process).isPresent()
                    || redistributes(hub, process.options());
            if (knowsSpokes && process.vrf().equals(hub.tunnel().vrf())) {
                return process.neighbors().stream().filter(known -> known.address().equals(address(neighbor)))
                        .filter(known -> known.peering().nextHopSelf() != NextHopSelf.OFF
                                || !known.peering().remoteAutonomousSystems().contains(process.autonomousSystem())).findFirst();
            }
        }
        return Optional.empty();
    }

    private static IpAddress address(NetworkInterface network) {
        return ((AddressAssignment.Static) network.assignment()).address().address();
    }

    private static boolean redistributes(Member hub, ProcessOptions options) {
        Set<RouteSource> ofTunnel = EnumSet.noneOf(RouteSource.class);
        EigrpOnTunnel.of(hub).ifPresent(eigrp -> ofTunnel.add(RouteSource.EIGRP));
        OspfOnTunnel.of(hub).ifPresent(ospf -> ofTunnel.add(RouteSource.OSPF));
        BgpOverTunnel.of(hub).ifPresent(bgp -> ofTunnel.add(RouteSource.BGP));
        RipOnTunnel.of(hub).ifPresent(rip -> ofTunnel.add(RouteSource.RIP));
        return options.redistributions().stream().anyMatch(redistribution -> ofTunnel.contains(redistribution.source()));
    }
}
