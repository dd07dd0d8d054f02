package dmvpn.sim.eigrp;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.routing.Redistribution;
import dmvpn.sim.eigrp.message.ExteriorSection;
import dmvpn.sim.eigrp.message.ExternalProtocol;
import dmvpn.sim.eigrp.message.VectorMetric;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.redistribution.ConfiguredParticipation;
import dmvpn.sim.routing.redistribution.RedistributedRoute;
import dmvpn.sim.routing.redistribution.RedistributedRoutes;
import dmvpn.sim.routing.redistribution.RedistributionFilter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Routes of other owners that the process announces (RFC 7868 section 6.8.3). The routing table says what changed in the midst of a
 * change, which may be one that DUAL is making: the process looks at the end of the instant.
 */
final class ExternalRoutes implements RedistributedRoutes.Listener {

    private static final long HIGHEST_METRIC = 0xffff_ffffL;

    private final EigrpContext context;
    private final Dual dual;
    private final SeedMetrics seeds;
    private final RedistributedRoutes redistributed;
    private final Set<IpPrefix> changed = new TreeSet<>();
    private long timer = Scheduler.NO_TIMER;

    ExternalRoutes(EigrpContext context, Dual dual, EigrpProcesses siblings, RedistributionFilter filter) {
        this.context = context;
        this.dual = dual;
        this.seeds = new SeedMetrics(context, siblings);
        this.redistributed = new RedistributedRoutes(context.routes(), context.process().options().redistributions(), filter,
                new ConfiguredParticipation(context.router().device(), context.process().vrf()), this);
    }

    void start() {
        redistributed.start();
    }

    void stop() {
        context.scheduler().cancel(timer);
    }

    @Override
    public void changed(IpPrefix prefix, Optional<RedistributedRoute> route) {
        if (context.family().has(prefix.network())) {
            changed.add(prefix);
            if (!context.scheduler().isPending(timer)) {
                timer = context.scheduler().after(0, this::settle, 0, null);
            }
        }
    }

    /** An interface has another bandwidth or delay, which own networks and static routes start with. */
    void metricChanged() {
        redistributed.announced().forEach((prefix, route) -> changed(prefix, Optional.of(route)));
    }

    private void settle(int kind, Object payload) {
        List<IpPrefix> prefixes = List.copyOf(changed);
        changed.clear();
        for (IpPrefix prefix : prefixes) {
            Optional<RedistributedRoute> route = Optional.ofNullable(redistributed.announced().get(prefix));
            Optional<VectorMetric> metric = route.flatMap(seeds::of);
            if (metric.isPresent()) {
                dual.redistributed(prefix, Path.redistributed(metric.get(), context.weights(), exterior(route.get())),
                        "redistributed from " + route.get().by().source().keyword());
            } else {
                dual.redistributed(prefix, null, "not redistributed any more");
            }
        }
    }

    private ExteriorSection exterior(RedistributedRoute redistributed) {
        Redistribution by = redistributed.by();
        Route route = redistributed.route();
        return new ExteriorSection(context.routerId(), by.process().orElse(0),
                redistributed.tag().orElse(route.tag().orElse(0)), Math.min(route.metric(), HIGHEST_METRIC),
                ExternalProtocol.of(by.source()).number());
    }
}
