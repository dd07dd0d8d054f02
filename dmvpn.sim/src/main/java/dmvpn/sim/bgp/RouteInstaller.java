package dmvpn.sim.bgp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import java.util.List;
import java.util.Optional;

/** Puts best paths into the routing table. */
final class RouteInstaller implements BgpTable.Listener {

    private final BgpContext context;

    RouteInstaller(BgpContext context) {
        this.context = context;
    }

    /** True for a route that this class put into a table. */
    static boolean isOfBgp(RouteSource source) {
        return source == RouteSource.BGP || source == RouteSource.BGP_INTERNAL;
    }

    /** A route of another kind is put in before the former one is taken out, so that there is no gap. */
    @Override
    public void changed(BgpEntry entry) {
        IpPrefix prefix = entry.nlri().prefix();
        List<Route> routes = routes(entry);
        RouteSource source = routes.isEmpty() ? RouteSource.BGP : routes.getFirst().source();
        context.routes().replace(prefix, source, routes);
        context.routes().withdraw(prefix, source == RouteSource.BGP ? RouteSource.BGP_INTERNAL : RouteSource.BGP);
    }

    private List<Route> routes(BgpEntry entry) {
        IpPrefix prefix = entry.nlri().prefix();
        return entry.best().map(best -> best.source() == PathSource.AGGREGATE ? List.of(discard(prefix, best))
                : best.source().isLocal() ? List.<Route>of()
                : entry.sharing().stream().map(path -> route(prefix, path)).toList()).orElse(List.of());
    }

    /**
     * Of a neighbour on a connected network in another autonomous system, packets go to the link-local address where it says
     * one, as on IOS and FRRouting.
     */
    private Route route(IpPrefix prefix, BgpPath path) {
        Optional<BgpPeer> neighbor = path.peer().filter(peer -> peer.settings().mustBeConnected());
        Optional<IpAddress> linkLocal = neighbor.flatMap(peer -> path.attributes().linkLocalNextHop());
        return new Route(prefix, path.source() == PathSource.INTERNAL ? RouteSource.BGP_INTERNAL : RouteSource.BGP,
                context.distanceOf(path.source()), path.multiExitDiscriminator(), linkLocal.or(() -> Optional.of(path.nextHop())),
                linkLocal.flatMap(address -> neighbor.flatMap(BgpPeer::interfaceName)), context.nowNanos(),
                path.peer().map(peer -> peer.settings().peering().origin()).orElse(context.process().origin()));
    }

    /** What an aggregate promises and no more specific route leads to is dropped here, lest it loops. */
    private Route discard(IpPrefix prefix, BgpPath path) {
        return new Route(prefix, RouteSource.BGP, context.distanceOf(path.source()), 0, Optional.empty(), Optional.of(Route.NULL_INTERFACE),
                path.receivedAtNanos(), context.process().origin());
    }
}
