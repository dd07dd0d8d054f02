package dmvpn.network.rules.phases;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.Phase;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A regional hub needs redirect and shortcut. */
public final class MiddleHubRedirectsAndTakesShortcuts implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-PH-12",
            Severity.ERROR,
            "A hub in the middle of a hierarchy has redirect and shortcut",
            "A regional hub sends redirects to its spokes and acts on those of the hub above. Without both on both "
                    + "tunnels traffic between regions stays on the hubs. Switch redirect and shortcut on.",
            "Cisco, Shortcut Switching Enhancements for NHRP in DMVPN Networks (hierarchical hubs)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.SEVERAL_TUNNELS);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        for (Hierarchy hierarchy : Hierarchy.of(router)) {
            for (Member member : List.of(hierarchy.above(), hierarchy.below())) {
                boolean redirect = member.tunnel().nhrp().redirect();
                boolean complete = redirect && member.tunnel().nhrp().shortcut();
                router.cloudOf(member).filter(cloud -> !complete && cloud.phase() == Phase.PHASE_3).ifPresent(cloud ->
                        findings.accept(new Finding(RULE, member.name() + " is a hub between " + hierarchy.above().tunnel().cloud()
                                + " and " + hierarchy.below().tunnel().cloud() + " and has no " + (redirect ? "shortcut" : "redirect")
                                + " in " + cloud.name() + ": switch it on", member.tunnel().nhrp().origin())));
            }
        }
    }
}
