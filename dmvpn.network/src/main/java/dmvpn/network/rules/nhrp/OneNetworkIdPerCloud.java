package dmvpn.network.rules.nhrp;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Majority;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import java.util.List;
import java.util.function.Consumer;

/** Members of a cloud may have different network-ids, and better have one. */
public final class OneNetworkIdPerCloud implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-NH-02",
            Severity.INFO,
            "The members of a cloud have one network-id",
            "A network-id is local to a router and never sent, so different ones work. People who read the "
                    + "configurations expect one value, and tunnels that should form one NHRP network on one router need the "
                    + "same.",
            "Cisco IOS IP Addressing Services Command Reference, ip nhrp network-id; FRRouting, doc/user/nhrpd.rst; "
                    + "observed on IOS");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (List<Member> members : memberships.byCloud()) {
            Majority<Long> networkId = Majority.of(members, member -> member.tunnel().nhrp().networkId());
            for (Member member : networkId.dissenters()) {
                findings.accept(new Finding(RULE, member.name() + " has network-id " + member.tunnel().nhrp().networkId()
                        + " in cloud " + member.tunnel().cloud() + ", the others " + networkId.value()
                        + ": it works, since the number is local, but one value is clearer", member.tunnel().nhrp().origin()));
            }
        }
    }
}
