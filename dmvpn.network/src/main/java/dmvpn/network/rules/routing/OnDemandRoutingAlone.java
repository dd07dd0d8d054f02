package dmvpn.network.rules.routing;

import dmvpn.network.routing.OnDemandRouting;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.Phase;
import java.util.Set;
import java.util.function.Consumer;

/** On-demand routing fits spokes without any other protocol, in Phase 1 and 3. */
public final class OnDemandRoutingAlone implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-RT-19",
            Severity.WARNING,
            "On-demand routing stands alone, and not in Phase 2",
            "A spoke with on-demand routing has a default route through the hub and nothing else, so direct "
                    + "tunnels of Phase 2 never appear; and a spoke that runs another protocol stops telling its "
                    + "prefixes. Use Phase 1 or 3, and no other protocol on the spokes.",
            "Cisco, On-Demand Routing configuration guide");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.ON_DEMAND_ROUTING);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        for (Member member : router.members()) {
            router.device().routing().odr().stream().filter(odr -> odr.interfaces().contains(member.tunnel().name())).findFirst()
                    .ifPresent(odr -> check(member, odr, router, findings));
        }
    }

    private static void check(Member member, OnDemandRouting odr, RouterView router, Consumer<Finding> findings) {
        if (router.cloudOf(member).filter(cloud -> cloud.phase() == Phase.PHASE_2).isPresent() && !odr.hub()) {
            findings.accept(new Finding(RULE, member.name() + " learns a default route only, so no direct tunnels appear in Phase 2 "
                    + "cloud " + member.tunnel().cloud() + ": use Phase 3, or another protocol", odr.origin()));
        }
        RoutingConfiguration routing = router.device().routing();
        if (!odr.hub() && !(routing.eigrp().isEmpty() && routing.ospf().isEmpty() && routing.bgp().isEmpty()
                && routing.rip().isEmpty())) {
            findings.accept(new Finding(RULE, member.name() + " runs a routing protocol beside on-demand routing, so the hub does "
                    + "not hear of its networks: use one of them", odr.origin()));
        }
    }
}
