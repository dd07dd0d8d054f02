package dmvpn.network.rules.phases;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.Phase;
import java.util.function.Consumer;

/** A spoke of a Phase 1 cloud should have a point-to-point tunnel. */
public final class SpokeIsPointToPointInPhase1 implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-PH-02",
            Severity.WARNING,
            "A spoke of a Phase 1 cloud has a point-to-point tunnel",
            "Phase 1 promises that everything goes through the hub. A point-to-point tunnel keeps that promise, since it has "
                    + "one far end. A multipoint tunnel sends to whatever next hop routing gives it: once the hub keeps the "
                    + "next hop of a route, or redirects, the spoke tries direct tunnels that nobody planned. Use a "
                    + "point-to-point tunnel, or make it Phase 2 or 3.",
            "Cisco, Dynamic Multipoint VPN configuration guide (spokes with point-to-point GRE tunnels to the hub)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        if (member.isSpoke() && member.isMultipoint()) {
            router.cloudOf(member).filter(cloud -> cloud.phase() == Phase.PHASE_1).ifPresent(cloud ->
                    findings.accept(new Finding(RULE, member.name() + " has a multipoint tunnel in Phase 1 cloud " + cloud.name()
                            + ", so only routing keeps it from direct tunnels: use a point-to-point tunnel",
                            member.tunnel().origin())));
        }
    }
}
