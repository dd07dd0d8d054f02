package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import dmvpn.sim.routing.RoutingTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The routing table as NHRP reads it: which routes stay within an NHRP network, and which leave it. */
final class NhrpRoutes {

    /** More steps from next hop to next hop are a loop of routes. */
    private static final int MAXIMUM_RECURSION = 8;

    private final RouterContext router;
    private final Map<String, NhrpTunnel> tunnels = new LinkedHashMap<>();

    NhrpRoutes(RouterContext router) {
        this.router = router;
    }

    void add(NhrpTunnel tunnel) {
        tunnels.put(tunnel.name(), tunnel);
    }

    /** The tunnel of that interface; null when NHRP does not run on it. */
    NhrpTunnel tunnelOf(RouterInterface candidate) {
        return tunnels.get(candidate.name());
    }

    /** Tunnels with one network-id are one NHRP network (observed on IOS; ipSpace.net, "Another DMVPN Routing Question"). */
    static boolean sameNetwork(NhrpTunnel one, NhrpTunnel other) {
        return one.configuration().networkId() == other.configuration().networkId();
    }

    /** Where routing leads to an address, shortcuts included. */
    Way wayTo(IpAddress destination, NhrpTunnel tunnel) {
        if (destination.isLinkLocal()) {
            return tunnel.linkLocalAddress().filter(destination::equals).isPresent()
                    ? new Way.Local() : new Way.ThroughCloud(tunnel, destination);
        }
        if (isOwn(destination)) {
            return new Way.Local();
        }
        RoutingTable table = tunnel.routes();
        return table.lookup(destination)
                .map(route -> way(table, route, destination, tunnel))
                .orElseGet(Way.Unreachable::new);
    }

    /** True when a route leads into the NHRP network of a tunnel. */
    boolean leadsIntoCloud(Route route, NhrpTunnel tunnel) {
        return egress(tunnel.routes(), route, MAXIMUM_RECURSION)
                .map(tunnels::get)
                .filter(other -> sameNetwork(tunnel, other))
                .isPresent();
    }

    /** The route that would lead to an address if NHRP had installed none. */
    static Optional<Route> withoutShortcut(IpAddress destination, NhrpTunnel tunnel) {
        return tunnel.routes().lookupWithout(destination, RouteSource.NHRP);
    }

    private Way way(RoutingTable table, Route route, IpAddress destination, NhrpTunnel tunnel) {
        Optional<IpAddress> override = table.nextHopOverride(route.prefix());
        if (override.isPresent()) {
            return new Way.ThroughCloud(tunnel, override.get());
        }
        Optional<String> egress = egress(table, route, MAXIMUM_RECURSION);
        if (egress.isEmpty() || egress.get().equals(Route.NULL_INTERFACE)) {
            return new Way.Unreachable();
        }
        NhrpTunnel other = tunnels.get(egress.get());
        if (other != null && sameNetwork(tunnel, other)) {
            return new Way.ThroughCloud(other, route.nextHop().orElse(destination));
        }
        return new Way.Egress(route.prefix());
    }

    private static Optional<String> egress(RoutingTable table, Route route, int depth) {
        if (route.interfaceName().isPresent() || route.nextHop().isEmpty() || depth == 0) {
            return route.interfaceName();
        }
        return table.lookup(route.nextHop().get())
                .filter(covering -> !covering.prefix().equals(route.prefix()))
                .flatMap(covering -> egress(table, covering, depth - 1));
    }

    private boolean isOwn(IpAddress address) {
        for (RouterInterface candidate : router.interfaces()) {
            if (candidate.address().isPresent() && candidate.address().get().address().equals(address)) {
                return true;
            }
        }
        return false;
    }

}
