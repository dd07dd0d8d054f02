package dmvpn.sim.bgp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.routing.BgpAggregate;
import dmvpn.sim.bgp.message.Aggregator;
import dmvpn.sim.bgp.message.Nlri;
import dmvpn.sim.bgp.message.PathAttributes;
import dmvpn.sim.bgp.message.RouteOrigin;
import dmvpn.sim.routing.policy.AsPath;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Aggregates ({@code aggregate-address}): there as long as a more specific route inside is (RFC 4271 section 9.2.2.2). The path
 * of what is inside is lost, which the attribute ATOMIC_AGGREGATE says.
 */
final class AggregateKeeper implements BgpTable.Listener {

    /** An aggregate and the routes inside it. */
    private static final class Aggregate {
        private final BgpAggregate configured;
        private final Map<Nlri, RouteOrigin> inside = new LinkedHashMap<>();

        private Aggregate(BgpAggregate configured) {
            this.configured = configured;
        }

        private final Map<RouteOrigin, Integer> counts = new EnumMap<>(RouteOrigin.class);

        /** Incomplete when any of the routes is (RFC 4271 section 9.2.2.2). */
        private RouteOrigin origin() {
            return counts.containsKey(RouteOrigin.INCOMPLETE) ? RouteOrigin.INCOMPLETE
                    : counts.containsKey(RouteOrigin.EGP) ? RouteOrigin.EGP : RouteOrigin.IGP;
        }

        private RouteOrigin put(Nlri nlri, Optional<RouteOrigin> now) {
            RouteOrigin before = now.isPresent() ? inside.put(nlri, now.get()) : inside.remove(nlri);
            if (before != null) {
                counts.computeIfPresent(before, (key, count) -> count == 1 ? null : (Integer) (count - 1));
            }
            now.ifPresent(origin -> counts.merge(origin, 1, Integer::sum));
            return before;
        }
    }

    /** Told that a route is announced no more, or again, since an aggregate stands for it. */
    @FunctionalInterface
    interface Suppression {
        void changed(BgpEntry entry);
    }

    private final BgpContext context;
    private final BgpTable table;
    private final Suppression suppression;
    private final List<Aggregate> aggregates = new ArrayList<>();

    AggregateKeeper(BgpContext context, BgpTable table, Suppression suppression) {
        this.context = context;
        this.table = table;
        this.suppression = suppression;
        context.process().aggregates().forEach(configured -> aggregates.add(new Aggregate(configured)));
    }

    @Override
    public void changed(BgpEntry entry) {
        for (Aggregate aggregate : aggregates) {
            IpPrefix prefix = aggregate.configured.prefix();
            if (entry.nlri().prefix().length() > prefix.length() && prefix.contains(entry.nlri().prefix())) {
                changed(aggregate, entry);
            }
        }
    }

    private void changed(Aggregate aggregate, BgpEntry entry) {
        Optional<RouteOrigin> now = entry.best().map(best -> best.attributes().origin());
        RouteOrigin originBefore = aggregate.origin();
        boolean emptyBefore = aggregate.inside.isEmpty();
        RouteOrigin before = aggregate.put(entry.nlri(), now);
        if (aggregate.configured.summaryOnly() && (before == null) == now.isPresent()) {
            entry.suppress(now.isPresent());
            suppression.changed(entry);
        }
        Nlri nlri = Nlri.of(aggregate.configured.prefix());
        if (aggregate.inside.isEmpty()) {
            table.remove(nlri, Optional.empty(), PathSource.AGGREGATE);
        } else if (emptyBefore || aggregate.origin() != originBefore) {
            table.put(new BgpPath(nlri, attributes(aggregate), BgpPath.LOCAL_WEIGHT, PathSource.AGGREGATE, Optional.empty(),
                    context.routerId(), context.nowNanos()));
        }
    }

    private PathAttributes attributes(Aggregate aggregate) {
        IpAddress self = aggregate.configured.prefix().network() instanceof Ipv4Address ? Ipv4Address.ANY : Ipv6Address.ANY;
        return PathAttributes.of(aggregate.origin(), AsPath.EMPTY, self)
                .withAggregator(true, Optional.of(new Aggregator(context.autonomousSystem(), context.routerId())));
    }
}
