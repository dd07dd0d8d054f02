package dmvpn.network.rules.addressing;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import java.util.function.Consumer;

/** Two members of a cloud must not share a tunnel address. */
public final class UniqueTunnelAddress implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-AD-01",
            Severity.ERROR,
            "Tunnel addresses are unique in a cloud",
            "Two members with one tunnel address fight for one NHRP mapping: the next-hop server refuses "
                    + "the second registration with code 14, or lets it steal the mapping of the first. Give each "
                    + "member an address of its own.",
            "RFC 2332 section 5.2.0.1 (code 14, unique internetworking layer address already registered)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (Member member : memberships.all()) {
            Member owner = memberships.withAddress(member.tunnel().cloud(), member.protocolAddress()).orElseThrow();
            if (owner.tunnel() != member.tunnel()) {
                findings.accept(new Finding(RULE, "Tunnel address " + member.protocolAddress() + " of " + member.name()
                        + " is already used by " + owner.name() + " in cloud " + member.tunnel().cloud()
                        + ": give " + member.name() + " another address", member.tunnel().origin()));
            }
        }
    }
}
