package dmvpn.sim.eigrp;

import dmvpn.network.address.IpPrefix;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import java.util.List;
import java.util.Optional;

/** Keeps the routing table in step with DUAL: learned routes at distance 90, own summaries to Null0 at distance 5. */
final class RouteInstaller {

    /** Equal ways that IOS uses when no limit is configured (Cisco, {@code maximum-paths}). */
    private static final int DEFAULT_PATHS = 4;

    private final EigrpContext context;

    RouteInstaller(EigrpContext context) {
        this.context = context;
    }

    void changed(TopologyEntry entry) {
        replace(entry, RouteSource.EIGRP, Path.Kind.LEARNED);
        replace(entry, RouteSource.EIGRP_SUMMARY, Path.Kind.SUMMARY);
    }

    /** Neighbours of an interface that went down are lost one after the other: what the next one says is no way any more. */
    private void replace(TopologyEntry entry, RouteSource source, Path.Kind kind) {
        List<Route> routes = entry.successors().stream()
                .filter(path -> path.kind() == kind && (path.port() == null || path.port().isInterfaceUp()))
                .limit(context.process().options().maximumPaths().orElse(DEFAULT_PATHS))
                .map(path -> route(entry.prefix(), source, path))
                .toList();
        context.routes().replace(entry.prefix(), source, routes);
    }

    private Route route(IpPrefix prefix, RouteSource source, Path path) {
        return new Route(prefix, source, source.distance(), path.distance(), Optional.ofNullable(path.nextHop()),
                Optional.of(path.port() == null ? Route.NULL_INTERFACE : path.port().name()), context.nowNanos(),
                context.process().origin());
    }
}
