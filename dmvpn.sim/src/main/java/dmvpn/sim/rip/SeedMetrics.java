package dmvpn.sim.rip;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.SeedMetric;
import dmvpn.sim.rip.message.RipEntry;
import dmvpn.sim.routing.RecursiveLookup;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.redistribution.RedistributedRoute;
import java.util.Optional;
import java.util.OptionalLong;

/** What RIP makes of a route of another owner: its metric, tag and next hop. */
final class SeedMetrics {

    private static final long HIGHEST_TAG = 0xffff;

    private final RipContext context;

    SeedMetrics(RipContext context) {
        this.context = context;
    }

    /** The route as it is announced; empty when its metric is infinite, so that nobody is told. */
    Optional<SeededRoute> of(RedistributedRoute redistributed) {
        Route route = redistributed.route();
        long metric = metric(redistributed);
        if (metric >= RipEntry.INFINITY) {
            return Optional.empty();
        }
        return Optional.of(new SeededRoute((int) Math.max(1, metric), tag(redistributed), route.distance(),
                redistributed.by().source().keyword(),
                route.nextHop().filter(Ipv4Address.class::isInstance).map(Ipv4Address.class::cast), egress(route)));
    }

    /** A policy's metric, that of the redistribution, or the default one, which connected networks do not need. */
    private long metric(RedistributedRoute redistributed) {
        if (redistributed.metric().isPresent()) {
            return redistributed.metric().getAsLong();
        }
        Redistribution by = redistributed.by();
        OptionalLong own = number(by.metric());
        if (own.isPresent()) {
            return own.getAsLong();
        }
        OptionalLong ofProcess = number(context.process().options().defaultMetric());
        if (by.source() == RouteSource.CONNECTED || ofProcess.isEmpty()) {
            return context.behaviour().seedMetric(by.source());
        }
        return ofProcess.getAsLong();
    }

    private static OptionalLong number(Optional<SeedMetric> metric) {
        return metric.isPresent() && metric.get() instanceof SeedMetric.Simple simple
                ? OptionalLong.of(simple.value()) : OptionalLong.empty();
    }

    /** Tags of RIP have 16 bits (RFC 2453 section 4): one that is longer is left out. */
    private static int tag(RedistributedRoute redistributed) {
        OptionalLong tag = redistributed.tag().isPresent() ? redistributed.tag() : redistributed.route().tag();
        return tag.isPresent() && tag.getAsLong() <= HIGHEST_TAG ? (int) tag.getAsLong() : 0;
    }

    private Optional<String> egress(Route route) {
        return route.interfaceName().or(() -> route.nextHop()
                .flatMap(nextHop -> RecursiveLookup.resolve(context.routes(), nextHop)).flatMap(Route::interfaceName));
    }
}
