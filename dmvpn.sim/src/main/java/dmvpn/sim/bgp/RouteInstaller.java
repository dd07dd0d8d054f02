package dmvpn.sim.bgp;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.routing.AdministrativeDistance;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import java.util.List;
import java.util.Optional;

/** Puts best paths into the routing table. */
final class RouteInstaller implements BgpTable.Listener {

    private static final int EXTERNAL_DISTANCE = 20;
    private static final int INTERNAL_DISTANCE = 200;

    private final BgpContext context;
    private final int externalDistance;
    private final int internalDistance;

    RouteInstaller(BgpContext context) {
        this.context = context;
        Optional<AdministrativeDistance> distance = context.process().options().distance();
        this.internalDistance = distance.map(AdministrativeDistance::internal).orElse(INTERNAL_DISTANCE);
        this.externalDistance = distance.map(AdministrativeDistance::external).map(value -> value.orElse(EXTERNAL_DISTANCE))
                .orElse(EXTERNAL_DISTANCE);
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
        return new Route(prefix, RouteSource.BGP, path.source() == PathSource.EXTERNAL ? externalDistance : internalDistance,
                path.multiExitDiscriminator(), Optional.of(path.nextHop()), Optional.empty(), context.nowNanos(),
                path.peer().map(peer -> peer.settings().peering().origin()).orElse(context.process().origin()));
    }

    /** What an aggregate promises and no more specific route leads to is dropped here, lest it loops. */
    private Route discard(IpPrefix prefix, BgpPath path) {
        return new Route(prefix, RouteSource.BGP, internalDistance, 0, Optional.empty(), Optional.of(Route.NULL_INTERFACE),
                path.receivedAtNanos(), context.process().origin());
    }
}
