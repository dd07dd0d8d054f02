package dmvpn.network.rules.nhrp;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.function.Consumer;

/** A spoke must have at least one next-hop server. */
public final class SpokeHasServer implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-NH-07",
            Severity.ERROR,
            "A spoke registers with a hub",
            "Hubs learn of spokes by registration only. A spoke without a next-hop server is unknown to the "
                    + "cloud. Name at least one hub for it.",
            "RFC 2332 section 5.2.3; observed on IOS (state NHRP, the hub never lists the spoke)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        if (member.isSpoke() && member.tunnel().nhrp().nextHopServers().isEmpty()) {
            findings.accept(new Finding(RULE, "Spoke " + member.name() + " does not register with any hub of cloud "
                    + member.tunnel().cloud() + ": name its hub", member.tunnel().origin()));
        }
    }
}
