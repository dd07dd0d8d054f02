package dmvpn.network.rules.phases;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.Phase;
import java.util.Set;
import java.util.function.Consumer;

/** A spoke of a Phase 2 or 3 cloud should have a multipoint tunnel. */
public final class SpokeIsMultipoint implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-PH-04",
            Severity.WARNING,
            "A spoke of a Phase 2 or 3 cloud has a multipoint tunnel",
            "A spoke with a point-to-point tunnel sends everything through the hub and never uses a direct "
                    + "tunnel, whatever the design of the cloud. Use a multipoint tunnel.",
            "Observed on IOS (full reachability, never a shortcut)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.POINT_TO_POINT_TUNNELS);
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        if (member.isSpoke() && !member.isMultipoint()) {
            router.cloudOf(member).filter(cloud -> cloud.phase() != Phase.PHASE_1).ifPresent(cloud ->
                    findings.accept(new Finding(RULE, member.name() + " has a point-to-point tunnel in Phase "
                            + cloud.phase().number() + " cloud " + cloud.name()
                            + " and never uses direct tunnels: use a multipoint tunnel", member.tunnel().origin())));
        }
    }
}
