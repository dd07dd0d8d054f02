package dmvpn.network.rules.redundancy;

import dmvpn.network.policy.PolicyAction;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Registration;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.rules.routing.BgpOverTunnel;
import dmvpn.network.rules.routing.EigrpOnTunnel;
import dmvpn.network.rules.routing.OspfOnTunnel;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What decides between the same routes over two tunnels of a router, as far as its configuration and those of its servers show.
 *
 * @param measure what is compared, for people
 * @param first how good the first tunnel is; less is better
 * @param second how good the second tunnel is
 * @param equalAreShared true when the router uses routes of equal cost at once
 */
record TunnelCosts(String measure, long first, long second, boolean equalAreShared) {

    /** The bandwidth at which the cost of OSPF is 1 (Cisco IOS, auto-cost reference-bandwidth). */
    private static final int OSPF_REFERENCE_KBPS = 100_000;
    private static final int EIGRP_SCALE = 256;
    private static final long EIGRP_REFERENCE_KBPS = 10_000_000;
    /** RFC 4271 section 9.1.1 leaves the default to the router; IOS and FRR have 100. */
    private static final long DEFAULT_LOCAL_PREFERENCE = 100;

    /** Cisco IOS command reference, maximum-paths: up to four equal routes of EIGRP and OSPF. */
    private static final int EQUAL_ROUTES_OF_INNER_PROTOCOLS = 4;
    /** RFC 4271 section 9.1.2.2 chooses one route; so does BGP of IOS unless it is told otherwise. */
    private static final int EQUAL_ROUTES_OF_BGP = 1;

    /** Empty when different protocols run on the two, or something decides that is seen elsewhere. */
    static Optional<TunnelCosts> of(Member first, Member second, RouterView router) {
        if (!first.tunnel().vrf().equals(second.tunnel().vrf())) {
            return Optional.empty();
        }
        return eigrp(first, second, router).or(() -> ospf(first, second)).or(() -> bgp(first, second, router))
                .or(() -> statics(first, second));
    }

    private static boolean shares(ProcessOptions options, int usual) {
        return options.maximumPaths().orElse(usual) > 1;
    }

    boolean areEqual() {
        return first == second;
    }

    boolean firstIsBetter() {
        return first < second;
    }

    /**
     * Delay and the least bandwidth on the way (RFC 7868 section 5.6.1.2). The hub's tunnel counts for what the hub learned
     * through it, the networks of other spokes, and not for the hub's own: a tunnel that is better for either is preferred.
     */
    private static Optional<TunnelCosts> eigrp(Member first, Member second, RouterView router) {
        Optional<EigrpOnTunnel> one = EigrpOnTunnel.of(first);
        Optional<EigrpOnTunnel> other = EigrpOnTunnel.of(second);
        if (one.isEmpty() || other.isEmpty() || one.get().process() != other.get().process()
                || one.get().process().metricWeights().isPresent() || filters(one.get())) {
            return Optional.empty();
        }
        boolean shared = shares(one.get().process().options(), EQUAL_ROUTES_OF_INNER_PROTOCOLS);
        TunnelCosts toHub = new TunnelCosts("EIGRP metric",
                eigrpMetric(first, Optional.empty()), eigrpMetric(second, Optional.empty()), shared);
        TunnelCosts toSpokes = new TunnelCosts("EIGRP metric",
                eigrpMetric(first, server(first, router)), eigrpMetric(second, server(second, router)), shared);
        return Optional.of(toHub.firstIsBetter() || !toHub.areEqual() && !toSpokes.firstIsBetter() ? toHub : toSpokes);
    }

    private static boolean filters(EigrpOnTunnel eigrp) {
        return !eigrp.process().options().policies().isEmpty();
    }

    /** @param hub the hub whose tunnel counts as well, if any */
    private static long eigrpMetric(Member member, Optional<Member> hub) {
        Optional<TunnelInterface> server = hub.map(Member::tunnel);
        long bandwidth = Math.min(member.tunnel().bandwidthKbps(), server.map(TunnelInterface::bandwidthKbps).orElse(Integer.MAX_VALUE));
        long delay = member.tunnel().delayMicros() / 10 + server.map(TunnelInterface::delayMicros).orElse(0) / 10;
        return EIGRP_SCALE * (EIGRP_REFERENCE_KBPS / bandwidth + delay);
    }

    static Optional<Member> server(Member member, RouterView router) {
        return router.registrations().stream().filter(registration -> registration.client().tunnel() == member.tunnel())
                .map(Registration::server).findFirst();
    }

    private static Optional<TunnelCosts> ospf(Member first, Member second) {
        Optional<OspfOnTunnel> one = OspfOnTunnel.of(first);
        Optional<OspfOnTunnel> other = OspfOnTunnel.of(second);
        return one.isEmpty() || other.isEmpty() || one.get().process() != other.get().process() ? Optional.empty()
                : Optional.of(new TunnelCosts("OSPF cost", ospfCost(first, one.get()), ospfCost(second, other.get()),
                        shares(one.get().process().options(), EQUAL_ROUTES_OF_INNER_PROTOCOLS)));
    }

    static long ospfCost(Member member, OspfOnTunnel ospf) {
        return ospf.settings().cost().orElse(Math.max(1, OSPF_REFERENCE_KBPS / member.tunnel().bandwidthKbps()));
    }

    private static Optional<TunnelCosts> bgp(Member first, Member second, RouterView router) {
        Optional<BgpOverTunnel> one = BgpOverTunnel.of(first);
        Optional<BgpOverTunnel> other = BgpOverTunnel.of(second);
        if (one.isEmpty() || other.isEmpty() || one.get().process() != other.get().process()) {
            return Optional.empty();
        }
        OptionalLong best = localPreference(first, one.get());
        OptionalLong next = localPreference(second, other.get());
        boolean alike = best.equals(next);
        if (alike && (serverDecides(first, router) || serverDecides(second, router)
                || importDecides(first, one.get()) || importDecides(second, other.get()))) {
            return Optional.empty();
        }
        // A higher local preference is better.
        return Optional.of(new TunnelCosts("BGP local preference",
                -best.orElse(DEFAULT_LOCAL_PREFERENCE), -next.orElse(DEFAULT_LOCAL_PREFERENCE),
                shares(one.get().process().options(), EQUAL_ROUTES_OF_BGP)));
    }

    private static OptionalLong localPreference(Member member, BgpOverTunnel bgp) {
        return importActions(member, bgp).filter(PolicyAction.SetLocalPreference.class::isInstance)
                .mapToLong(action -> ((PolicyAction.SetLocalPreference) action).preference()).max();
    }

    /** A metric or a longer path that the router gives to what it accepts decides at equal local preference (RFC 4271 section 9.1.2.2). */
    private static boolean importDecides(Member member, BgpOverTunnel bgp) {
        return importActions(member, bgp).anyMatch(action ->
                action instanceof PolicyAction.SetMetric || action instanceof PolicyAction.Prepend);
    }

    private static Stream<PolicyAction> importActions(Member member, BgpOverTunnel bgp) {
        return bgp.peerings().flatMap(peering -> policy(member, peering.importPolicy())).flatMap(RoutePolicy::actions);
    }

    /** Routes that a server announces with another metric or a longer path decide at equal local preference. */
    private static boolean serverDecides(Member member, RouterView router) {
        return server(member, router).filter(hub -> BgpOverTunnel.of(hub).stream().flatMap(BgpOverTunnel::peerings)
                .map(BgpPeering::exportPolicy).anyMatch(policy -> policy(hub, policy).findAny().isPresent())).isPresent();
    }

    private static Stream<RoutePolicy> policy(Member member, Optional<String> name) {
        return name.flatMap(member.device().routing()::policyNamed).stream();
    }

    private static Optional<TunnelCosts> statics(Member first, Member second) {
        for (StaticRoute route : first.device().routing().staticRoutes()) {
            for (StaticRoute other : first.device().routing().staticRoutes()) {
                if (route.vrf().equals(other.vrf()) && route.destination().equals(other.destination())
                        && leadsInto(route, first) && leadsInto(other, second)) {
                    return Optional.of(new TunnelCosts("distance of the static route to " + route.destination(),
                            route.distance(), other.distance(), true));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean leadsInto(StaticRoute route, Member member) {
        return route.vrf().equals(member.tunnel().vrf())
                && (route.interfaceName().filter(member.tunnel().name()::equals).isPresent()
                        || route.nextHop().filter(member.tunnel().address().prefix()::contains).isPresent());
    }
}
