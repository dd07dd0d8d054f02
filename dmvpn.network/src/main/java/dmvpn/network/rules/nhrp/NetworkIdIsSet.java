package dmvpn.network.rules.nhrp;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.function.Consumer;

/** NHRP runs where there is a network-id. */
public final class NetworkIdIsSet implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-NH-01",
            Severity.ERROR,
            "A multipoint tunnel has an NHRP network-id",
            "Without ip nhrp network-id a router does not run NHRP on the tunnel: it registers with nobody and "
                    + "answers nobody. Add one.",
            "Cisco IOS IP Addressing Services Command Reference, ip nhrp network-id; observed on IOS "
                    + "(%DMVPN-5-NHRP_NETID_UNCONFIGURED)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        if (member.isMultipoint() && member.tunnel().nhrp().networkId() < 1) {
            findings.accept(new Finding(RULE, "NHRP is not switched on for " + member.tunnel().name() + " of " + member.name()
                    + ": add a network-id", member.tunnel().nhrp().origin()));
        }
    }
}
