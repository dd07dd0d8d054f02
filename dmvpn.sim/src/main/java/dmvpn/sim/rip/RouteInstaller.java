package dmvpn.sim.rip;

import dmvpn.sim.rip.message.RipEntry;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Keeps the routing table in step with the database. */
final class RouteInstaller {

    private final RipContext context;
    private final int distance;

    RouteInstaller(RipContext context) {
        this.context = context;
        this.distance = context.process().options().distance().map(configured -> configured.internal())
                .orElse(RouteSource.RIP.distance());
    }

    /** Administrative distance of RIP on this router. */
    int distance() {
        return distance;
    }

    /**
     * Packets take the ways of a route. While it is held down they still take the last one, with an infinite metric (Cisco IOS IP
     * Routing: RIP Command Reference, {@code timers basic}: "the route is still used for forwarding packets").
     */
    void changed(RipRoute route, boolean stillForwarding) {
        Stream<RipPath> ways = route.isUnreachable()
                ? Stream.ofNullable(route.lost()).filter(lost -> stillForwarding)
                : route.paths().stream();
        int metric = route.isUnreachable() ? RipEntry.INFINITY : route.metric();
        List<Route> routes = ways.map(path -> new Route(route.prefix(), RouteSource.RIP, distance, metric,
                Optional.of(path.nextHop()), Optional.of(path.port().name()), tag(route), context.nowNanos(), context.process().origin()))
                .toList();
        context.routes().replace(route.prefix(), RouteSource.RIP, routes);
    }

    /** The tag goes on with the route (RFC 2453 section 4.2); zero is no tag. */
    private static OptionalLong tag(RipRoute route) {
        return route.tag() == 0 ? OptionalLong.empty() : OptionalLong.of(route.tag());
    }
}
