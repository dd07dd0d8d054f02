package dmvpn.sim.eigrp;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.routing.AdministrativeDistance;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Keeps the routing table in step with DUAL: learned routes at distance 90, those from outside at 170, unless the process says
 * otherwise ({@code distance eigrp}); own summaries to Null0 at distance 5.
 */
final class RouteInstaller {

    /** Equal ways that IOS uses when no limit is configured (Cisco, {@code maximum-paths}). */
    private static final int DEFAULT_PATHS = 4;

    private final EigrpContext context;
    private final int internalDistance;
    private final int externalDistance;

    RouteInstaller(EigrpContext context) {
        this.context = context;
        Optional<AdministrativeDistance> configured = context.distance();
        internalDistance = configured.map(AdministrativeDistance::internal).orElse(RouteSource.EIGRP.distance());
        externalDistance = configured.map(AdministrativeDistance::external).orElse(OptionalInt.empty())
                .orElse(RouteSource.EIGRP_EXTERNAL.distance());
    }

    /** A route of another kind is put in before the former one is taken out, so that there is no gap. */
    void changed(TopologyEntry entry) {
        Map<RouteSource, List<Route>> wanted = new LinkedHashMap<>();
        for (RouteSource source : List.of(RouteSource.EIGRP, RouteSource.EIGRP_EXTERNAL, RouteSource.EIGRP_SUMMARY)) {
            wanted.put(source, routes(entry, source));
        }
        wanted.forEach((source, routes) -> replace(entry.prefix(), source, routes, false));
        wanted.forEach((source, routes) -> replace(entry.prefix(), source, routes, true));
    }

    private void replace(IpPrefix prefix, RouteSource source, List<Route> routes, boolean empty) {
        if (routes.isEmpty() == empty) {
            context.routes().replace(prefix, source, context.process().autonomousSystem(), routes);
        }
    }

    /** Neighbours of an interface that went down are lost one after the other: what the next one says is no way any more. */
    private List<Route> routes(TopologyEntry entry, RouteSource source) {
        return entry.successors().stream()
                .filter(path -> source(path).filter(source::equals).isPresent()
                        && (path.port() == null || path.port().isInterfaceUp()))
                .limit(context.process().options().maximumPaths().orElse(DEFAULT_PATHS))
                .map(path -> route(entry.prefix(), source, path))
                .toList();
    }

    /** Whose route a path is; empty for one that the routing table has from elsewhere. */
    private static Optional<RouteSource> source(Path path) {
        return switch (path.kind()) {
            case CONNECTED, REDISTRIBUTED -> Optional.empty();
            case SUMMARY -> Optional.of(RouteSource.EIGRP_SUMMARY);
            case LEARNED -> Optional.of(path.isExternal() ? RouteSource.EIGRP_EXTERNAL : RouteSource.EIGRP);
        };
    }

    private int distance(RouteSource source) {
        return switch (source) {
            case EIGRP -> internalDistance;
            case EIGRP_EXTERNAL -> externalDistance;
            default -> source.distance();
        };
    }

    private Route route(IpPrefix prefix, RouteSource source, Path path) {
        OptionalLong tag = path.tag() == 0 ? OptionalLong.empty() : OptionalLong.of(path.tag());
        return new Route(prefix, source, context.process().autonomousSystem(), distance(source),
                context.tableMetric(path.distance()), Optional.ofNullable(path.nextHop()),
                Optional.of(path.port() == null ? Route.NULL_INTERFACE : path.port().name()), tag, context.nowNanos(),
                context.process().origin());
    }
}
