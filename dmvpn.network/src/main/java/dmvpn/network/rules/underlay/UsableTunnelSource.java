package dmvpn.network.rules.underlay;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.function.Consumer;

/** The source interface of a tunnel must exist and be enabled. */
public final class UsableTunnelSource implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-UL-11",
            Severity.ERROR,
            "A tunnel has a usable source interface",
            "A tunnel sends from the address of its source interface. When that interface does not exist or "
                    + "is shut down, the tunnel is down. Name an interface that is up.",
            "Cisco IOS Interface and Hardware Component Command Reference, tunnel source");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        String source = member.tunnel().sourceInterface();
        if (member.source().isEmpty()) {
            findings.accept(new Finding(RULE, member.tunnel().name() + " of " + member.name() + " has the source "
                    + source + ", which does not exist: name one of its interfaces", member.tunnel().origin()));
        } else if (!member.source().get().enabled()) {
            findings.accept(new Finding(RULE, member.tunnel().name() + " of " + member.name() + " has the source "
                    + source + ", which is shut down: enable it", member.source().get().origin()));
        }
    }
}
