package dmvpn.sim.bgp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.SeedMetric;
import dmvpn.sim.bgp.message.Nlri;
import dmvpn.sim.bgp.message.PathAttributes;
import dmvpn.sim.bgp.message.RouteOrigin;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.policy.AsPath;
import dmvpn.sim.routing.policy.PolicyEvaluation;
import dmvpn.sim.routing.policy.RouteAttributes;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
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
    private final Map<RouteSource, Redistribution> redistributions = new LinkedHashMap<>();

    LocalRoutes(BgpContext context, BgpTable table) {
        this.context = context;
        this.table = table;
        this.networks = new HashSet<>(context.process().networks());
        for (Redistribution redistribution : context.process().options().redistributions()) {
            redistributions.put(redistribution.source(), redistribution);
        }
    }

    void start() {
        for (Route route : context.routes().bestRoutes()) {
            changed(route.prefix(), Optional.of(route));
        }
        context.routes().addListener(this::changed);
    }

    /** What BGP itself put into the table is no own route. */
    private void changed(IpPrefix prefix, Optional<Route> best) {
        Optional<Route> own = best.filter(route -> route.source().protocol().filter(source -> source != RouteSource.BGP).isPresent());
        if (networks.contains(prefix)) {
            Optional<Route> present = best.filter(route -> route.source() != dmvpn.sim.routing.RouteSource.BGP);
            replace(prefix, PathSource.NETWORK, present.map(route -> attributes(route, RouteOrigin.IGP)));
        }
        if (!redistributions.isEmpty()) {
            replace(prefix, PathSource.REDISTRIBUTED, own.flatMap(this::redistributed));
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

    /** IOS does not redistribute a default route into BGP ({@code default-information originate} is off). */
    private Optional<PathAttributes> redistributed(Route route) {
        Redistribution redistribution = sourceOf(route).map(redistributions::get).orElse(null);
        if (redistribution == null || route.prefix().length() == 0) {
            return Optional.empty();
        }
        PathAttributes attributes = attributes(route, RouteOrigin.INCOMPLETE);
        Optional<SeedMetric> metric = redistribution.metric().or(() -> context.process().options().defaultMetric());
        if (metric.isPresent() && metric.get() instanceof SeedMetric.Simple simple) {
            attributes = attributes.withMultiExitDiscriminator(OptionalLong.of(simple.value()));
        }
        Optional<PolicyEvaluation> policy = context.policy(redistribution.policy());
        if (policy.isEmpty()) {
            return Optional.of(attributes);
        }
        PathAttributes unchanged = attributes;
        return policy.get().apply(PolicyAttributes.of(route.prefix(), unchanged, 0, Optional.of(redistribution.source())).withTag(route.tag()),
                route.nextHop()).attributes().map(changed -> PolicyAttributes.applied(changed, unchanged));
    }

    /**
     * As models and policies call the source of a route; leases and shortcuts are nothing that is redistributed. Of OSPF, IOS
     * redistributes routes of its areas only, unless told to match others (Cisco, "Redistribute OSPF Routes into BGP").
     */
    private static Optional<RouteSource> sourceOf(Route route) {
        return switch (route.source()) {
            case OSPF_EXTERNAL_1, OSPF_EXTERNAL_2, OSPF_NSSA_1, OSPF_NSSA_2 -> Optional.empty();
            default -> route.source().protocol();
        };
    }
}
