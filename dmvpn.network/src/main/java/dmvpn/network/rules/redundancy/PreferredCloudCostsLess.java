package dmvpn.network.rules.redundancy;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.Cloud;
import java.util.Set;
import java.util.function.Consumer;

/** What is said to be preferred has to be so by its metrics. */
public final class PreferredCloudCostsLess implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-HUB-13",
            Severity.WARNING,
            "The tunnel of the preferred cloud costs less than the other one",
            "Routing uses both tunnels of a spoke when they cost the same, flow by flow, and the cheaper one when they do not, "
                    + "whatever the design says. Raise the cost of the other cloud: its delay for EIGRP, its cost for OSPF, "
                    + "its distance for static routes; or give the preferred one the better local preference in BGP.",
            "ipSpace.net, DMVPN designs with two hubs (primary and backup by the cost of one tunnel)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.SEVERAL_TUNNELS);
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        if (!member.isSpoke() || router.members().size() < 2) {
            return;
        }
        router.cloudOf(member).flatMap(Cloud::preference).ifPresent(preference -> {
            for (Member other : router.members()) {
                if (other.tunnel().cloud().equals(preference.over())) {
                    TunnelCosts.of(member, other, router).filter(costs -> !costs.firstIsBetter()).ifPresent(costs ->
                            findings.accept(new Finding(RULE, message(member, other, costs), preference.origin())));
                }
            }
        });
    }

    private static String message(Member member, Member other, TunnelCosts costs) {
        return member.name() + (costs.areEqual()
                ? " shares its load between clouds " + member.tunnel().cloud() + " and " + other.tunnel().cloud()
                : " prefers cloud " + other.tunnel().cloud() + " over " + member.tunnel().cloud())
                + ", since their " + costs.measure() + " is " + (costs.areEqual() ? "the same: " + Math.abs(costs.first())
                        : Math.abs(costs.second()) + " and " + Math.abs(costs.first()));
    }
}
