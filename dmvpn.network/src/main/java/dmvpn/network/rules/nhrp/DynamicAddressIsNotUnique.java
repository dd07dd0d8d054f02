package dmvpn.network.rules.nhrp;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.function.Consumer;

/** A spoke whose NBMA address may change should register with no-unique. */
public final class DynamicAddressIsNotUnique implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-NH-15",
            Severity.WARNING,
            "A spoke with a dynamic address registers without the unique flag",
            "A registration with the unique flag may not be replaced by one from another NBMA address. "
                    + "After a new lease the hub refuses the spoke with code 14 until the old mapping expires. "
                    + "Register with no-unique.",
            "ipSpace.net, DMVPN: Non-Unique NHRP Registrations; RFC 2332 section 5.2.0.1");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        if (member.hasDynamicNbmaAddress()
                && member.tunnel().nhrp().uniqueRegistration()
                && !member.tunnel().nhrp().nextHopServers().isEmpty()) {
            findings.accept(new Finding(RULE, "A new WAN address locks " + member.name() + " out of cloud "
                    + member.tunnel().cloud() + " for up to " + member.tunnel().nhrp().holdingTimeSeconds()
                    + " s: register with no-unique", member.tunnel().nhrp().origin()));
        }
    }
}
