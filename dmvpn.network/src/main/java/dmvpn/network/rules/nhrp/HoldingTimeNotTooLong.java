package dmvpn.network.rules.nhrp;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.function.Consumer;

/** The holding time should be at most 600 s. */
public final class HoldingTimeNotTooLong implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-NH-19",
            Severity.WARNING,
            "The holding time is at most 600 s",
            "A wrong mapping lives until its holding time ends, unless something notices earlier. Cisco "
                    + "recommends 300 to 600 s for DMVPN; the old default of two hours makes recovery slow.",
            "Cisco, Dynamic Multipoint VPN design guide (holding time 300 to 600 s); RFC 2332 section "
                    + "5.2.0.1 (holding time)");

    @Override
    public Rule rule() {
        return RULE;
    }

    private static final int RECOMMENDED_SECONDS = 600;

    @Override
    public boolean isCloudWide() {
        return true;
    }

    /** Others learn the mapping of a router that registers; that of a hub which registers nowhere they have in their configuration. */
    @Override
    public boolean concerns(Member member) {
        return !member.tunnel().nhrp().nextHopServers().isEmpty();
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        if (concerns(member) && member.tunnel().nhrp().holdingTimeSeconds() > RECOMMENDED_SECONDS) {
            findings.accept(finding(member));
        }
    }

    private static Finding finding(Member member) {
        return new Finding(RULE, "A stale mapping of " + member.name() + " lives up to "
                + member.tunnel().nhrp().holdingTimeSeconds() + " s: use a holding time of at most "
                + RECOMMENDED_SECONDS + " s", member.tunnel().nhrp().origin());
    }
}
