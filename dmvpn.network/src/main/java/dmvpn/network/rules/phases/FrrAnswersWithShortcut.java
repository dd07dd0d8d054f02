package dmvpn.network.rules.phases;

import dmvpn.network.device.Vendor;
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

/** FRR answers resolution requests only with shortcut. */
public final class FrrAnswersWithShortcut implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-PH-09",
            Severity.ERROR,
            "An FRR spoke of Phase 3 has shortcut on",
            "FRR drops resolution requests where shortcut is off, so nobody ever reaches the spoke directly; with IOS "
                    + "the switch only concerns what the router itself asks for. Switch shortcut on.",
            "FRRouting, nhrpd/nhrp_peer.c (requests are dropped without shortcut)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.FRR);
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        if (member.isSpoke() && member.device().platform().vendor() == Vendor.FRR && member.isMultipoint()
                && !member.tunnel().nhrp().shortcut()) {
            router.cloudOf(member).filter(cloud -> cloud.phase() == Phase.PHASE_3).ifPresent(cloud ->
                    findings.accept(new Finding(RULE, member.name() + " runs FRR and answers no resolution requests in cloud "
                            + cloud.name() + " without shortcut: switch shortcut on", member.tunnel().nhrp().origin())));
        }
    }
}
