package dmvpn.sim.bgp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.device.Vendor;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.SeedMetric;
import dmvpn.sim.bgp.message.Nlri;
import dmvpn.sim.bgp.message.PathAttributes;
import dmvpn.sim.bgp.message.RouteOrigin;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.policy.AsPath;
import dmvpn.sim.routing.policy.PolicyEvaluation;
import dmvpn.sim.routing.redistribution.ConfiguredParticipation;
import dmvpn.sim.routing.redistribution.RedistributedRoute;
import dmvpn.sim.routing.redistribution.RedistributedRoutes;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Own routes: those of network statements, in BGP while the routing table has the very prefix, and those of other protocols
 * that are redistributed.
 */
final class LocalRoutes {

    private final BgpContext context;
    private final BgpTable table;
    private final Set<IpPrefix> networks;
    private final RedistributedRoutes redistributed;

    LocalRoutes(BgpContext context, BgpTable table) {
        this.context = context;
        this.table = table;
        this.networks = new HashSet<>(context.process().networks());
        this.redistributed = new RedistributedRoutes(context.routes(), context.process().options().redistributions(),
                each -> Optional.of(each).filter(this::mayBeRedistributed),
                new ConfiguredParticipation(context.router().device(), context.process().vrf()),
                (prefix, route) -> replace(prefix, PathSource.REDISTRIBUTED, route.flatMap(this::attributes)));
    }

    void start() {
        if (!networks.isEmpty()) {
            context.routes().addListener(this::changed);
            context.routes().bestRoutes().forEach(route -> changed(route.prefix(), Optional.of(route)));
        }
        redistributed.start();
    }

    /** What BGP itself put into the table is no own route. */
    private void changed(IpPrefix prefix, Optional<Route> best) {
        if (networks.contains(prefix)) {
            Optional<Route> present = best.filter(route -> !RouteInstaller.isOfBgp(route.source()) && !route.isHeldDown());
            replace(prefix, PathSource.NETWORK, present.map(route -> attributes(route, RouteOrigin.IGP)));
        }
    }

    private void replace(IpPrefix prefix, PathSource source, Optional<PathAttributes> attributes) {
        Nlri nlri = Nlri.of(prefix);
        if (attributes.isPresent()) {
            table.put(new BgpPath(nlri, attributes.get(), BgpPath.LOCAL_WEIGHT, source, Optional.empty(), context.routerId(),
                    context.nowNanos()));
        } else {
            table.remove(nlri, Optional.empty(), source);
        }
    }

    /** The next hop is that of the route, none for a connected network; the MED is the metric of the route. */
    private static PathAttributes attributes(Route route, RouteOrigin origin) {
        IpAddress nextHop = route.nextHop().orElse(route.prefix().network() instanceof Ipv4Address ? Ipv4Address.ANY : Ipv6Address.ANY);
        return PathAttributes.of(origin, AsPath.EMPTY, nextHop).withMultiExitDiscriminator(OptionalLong.of(route.metric()));
    }

    /**
     * Of OSPF, IOS redistributes what {@code match} names, and an exported configuration names internal and external routes:
     * those of not-so-stubby areas are left (Cisco, "Redistribute OSPF Routes into BGP"). A default route is announced when a
     * neighbor is to get one, and is not passed on from others.
     */
    private boolean mayBeRedistributed(RedistributedRoute redistributed) {
        if (redistributed.route().prefix().length() == 0) {
            return false;
        }
        return context.router().device().platform().vendor() == Vendor.FRR || switch (redistributed.route().source()) {
            case OSPF_NSSA_1, OSPF_NSSA_2 -> false;
            default -> true;
        };
    }

    /** A route of another protocol as it is announced; empty when the policy drops it. */
    private Optional<PathAttributes> attributes(RedistributedRoute redistributed) {
        Route route = redistributed.route();
        Redistribution by = redistributed.by();
        Optional<SeedMetric> metric = by.metric().or(() -> context.process().options().defaultMetric());
        PathAttributes own = attributes(route, RouteOrigin.INCOMPLETE);
        PathAttributes attributes = metric.isPresent() && metric.get() instanceof SeedMetric.Simple simple
                ? own.withMultiExitDiscriminator(OptionalLong.of(simple.value())) : own;
        Optional<PolicyEvaluation> policy = context.policy(by.policy());
        return policy.isEmpty() ? Optional.of(attributes)
                : policy.get().apply(PolicyAttributes.of(route.prefix(), attributes, 0, Optional.of(by.source()))
                        .withTag(route.tag()), route.nextHop()).attributes()
                        .map(changed -> PolicyAttributes.applied(changed, attributes));
    }
}
