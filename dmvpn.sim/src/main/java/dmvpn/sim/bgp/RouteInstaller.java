package dmvpn.sim.bgp;

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

    @Override
    public void changed(BgpEntry entry) {
        IpPrefix prefix = entry.nlri().prefix();
        List<Route> routes = entry.best().map(best -> best.source() == PathSource.AGGREGATE ? List.of(discard(prefix, best))
                : best.source().isLocal() ? List.<Route>of()
                : entry.sharing().stream().map(path -> route(prefix, path)).toList()).orElse(List.of());
        context.routes().replace(prefix, RouteSource.BGP, routes);
    }

    private Route route(IpPrefix prefix, BgpPath path) {
        return new Route(prefix, RouteSource.BGP, context.distanceOf(path.source()),
                path.multiExitDiscriminator(), Optional.of(path.nextHop()), Optional.empty(), context.nowNanos(),
                path.peer().map(peer -> peer.settings().peering().origin()).orElse(context.process().origin()));
    }

    /** What an aggregate promises and no more specific route leads to is dropped here, lest it loops. */
    private Route discard(IpPrefix prefix, BgpPath path) {
        return new Route(prefix, RouteSource.BGP, context.distanceOf(path.source()), 0, Optional.empty(), Optional.of(Route.NULL_INTERFACE),
                path.receivedAtNanos(), context.process().origin());
    }
}
