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

/** Hierarchies need Phase 3. */
public final class HierarchyNeedsPhase3 implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-PH-13",
            Severity.ERROR,
            "A hierarchy of hubs is Phase 3",
            "In Phase 2 a request for a direct tunnel goes from hub to hub along one chain only, and regional hubs "
                    + "that are clients of a central one are more than that: no direct tunnels between regions. Use Phase 3 in "
                    + "both clouds.",
            "Cisco, Shortcut Switching Enhancements for NHRP in DMVPN Networks (Phase 2 allows a daisy chain of hubs "
                    + "only)");

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
                router.cloudOf(member).filter(cloud -> cloud.phase() == Phase.PHASE_2).ifPresent(cloud ->
                        findings.accept(new Finding(RULE, member.name() + " is a hub between " + hierarchy.above().tunnel().cloud()
                                + " and " + hierarchy.below().tunnel().cloud() + ", but " + cloud.name()
                                + " is a Phase 2 cloud: make it Phase 3", member.tunnel().origin())));
            }
        }
    }
}
