package dmvpn.network.rules.phases;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.Phase;
import java.util.function.Consumer;

/** A Phase 3 spoke should act on redirects. */
public final class SpokeAcceptsShortcuts implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-PH-08",
            Severity.WARNING,
            "A Phase 3 spoke accepts shortcuts",
            "A spoke without shortcut ignores the Traffic Indications of its hub and sends everything "
                    + "through it. Switch shortcut on; current IOS-XE has it on by default, older releases have not.",
            "Cisco, Shortcut Switching Enhancements for NHRP in DMVPN Networks");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        boolean ignores = member.isSpoke() && member.isMultipoint() && !member.tunnel().nhrp().shortcut();
        router.cloudOf(member).filter(cloud -> ignores && cloud.phase() == Phase.PHASE_3).ifPresent(cloud ->
                findings.accept(new Finding(RULE, member.name() + " ignores redirects in Phase 3 cloud " + cloud.name()
                        + ": switch shortcut on", member.tunnel().nhrp().origin())));
    }
}
