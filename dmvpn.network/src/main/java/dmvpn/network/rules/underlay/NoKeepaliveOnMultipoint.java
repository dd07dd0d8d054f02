package dmvpn.network.rules.underlay;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.function.Consumer;

/** GRE keepalives need one far end. */
public final class NoKeepaliveOnMultipoint implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-UL-12",
            Severity.ERROR,
            "GRE keepalives are on point-to-point tunnels alone",
            "A keepalive is a packet that the far end sends back. A multipoint tunnel has no far end to send it to: routers "
                    + "refuse the command or keep the line protocol down. Let the line protocol follow the next-hop servers "
                    + "(if-state on), or use timers of the routing protocol.",
            "Cisco, How GRE Keepalives Work (keepalives are not supported on multipoint GRE tunnels)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public boolean isCloudWide() {
        return true;
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        if (member.isMultipoint()) {
            member.tunnel().options().keepalive().ifPresent(keepalive -> findings.accept(new Finding(RULE,
                    member.tunnel().name() + " of " + member.name()
                            + " is multipoint and cannot send GRE keepalives: drop them and write if-state on",
                    keepalive.origin())));
        }
    }
}
