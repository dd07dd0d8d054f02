package dmvpn.sim.eigrp;

import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.SeedMetric;
import dmvpn.sim.eigrp.message.ClassicMetric;
import dmvpn.sim.eigrp.message.VectorMetric;
import dmvpn.sim.eigrp.message.WideMetric;
import dmvpn.sim.routing.RecursiveLookup;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.redistribution.RedistributedRoute;
import java.util.Optional;

/**
 * The metric that a route of another owner starts with (Cisco, Redistributing Routing Protocols): that of the redistribution, the
 * default one of the process, that of another process of EIGRP, and for own networks and static routes that of the interface.
 * Routes of other protocols have none otherwise, so that nobody is told of them.
 */
final class SeedMetrics {

    /** Bandwidth and delay of Null0, and the MTU (Cisco, {@code show interfaces null 0}). */
    private static final ClassicMetric DISCARD = ClassicMetric.ofInterface(10_000_000, 5_000, 1500);

    private final EigrpContext context;
    private final EigrpProcesses siblings;

    SeedMetrics(EigrpContext context, EigrpProcesses siblings) {
        this.context = context;
        this.siblings = siblings;
    }

    /** The metric; empty when there is none. */
    Optional<VectorMetric> of(RedistributedRoute redistributed) {
        return redistributed.by().metric().or(() -> context.process().options().defaultMetric()).flatMap(this::vector)
                .or(() -> ofOwner(redistributed).map(context::own));
    }

    private Optional<VectorMetric> vector(SeedMetric seed) {
        return seed instanceof SeedMetric.Eigrp parts ? Optional.of(vector(parts)) : Optional.empty();
    }

    private VectorMetric vector(SeedMetric.Eigrp parts) {
        return context.hasWideMetrics()
                ? WideMetric.ofSeed(parts.bandwidthKbps(), parts.delayTensOfMicros(), parts.reliability(), parts.load(), parts.mtuBytes())
                : ClassicMetric.ofSeed(parts.bandwidthKbps(), parts.delayTensOfMicros(), parts.reliability(), parts.load(),
                        parts.mtuBytes());
    }

    private Optional<VectorMetric> ofOwner(RedistributedRoute redistributed) {
        RouteSource source = redistributed.by().source();
        Route route = redistributed.route();
        if (source == RouteSource.EIGRP) {
            return siblings.metric(redistributed.by().process().orElse(0), context.process().vrf(), route.prefix());
        }
        if (source != RouteSource.CONNECTED && source != RouteSource.STATIC) {
            return Optional.empty();
        }
        Optional<String> egress = route.interfaceName().or(() -> route.nextHop()
                .flatMap(nextHop -> RecursiveLookup.resolve(context.routes(), nextHop)).flatMap(Route::interfaceName));
        return egress.filter(Route.NULL_INTERFACE::equals).<VectorMetric>map(discard -> DISCARD)
                .or(() -> egress.flatMap(context.router()::interfaceNamed).map(context::ofInterface));
    }
}
