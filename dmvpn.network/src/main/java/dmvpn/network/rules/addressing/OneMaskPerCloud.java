package dmvpn.network.rules.addressing;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Majority;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import java.util.List;
import java.util.function.Consumer;

/** All tunnels of a cloud have one prefix length. */
public final class OneMaskPerCloud implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-AD-05",
            Severity.WARNING,
            "The tunnels of a cloud have one mask",
            "A router takes what its tunnel's mask covers for connected. With another mask than the others it asks for next hops "
                    + "that they route, or routes what they resolve. Use the prefix of the cloud everywhere; a host prefix, as "
                    + "FRR wants it, is fine.",
            "RFC 2332 section 5.2.1; FRR documentation, nhrpd (host prefixes on GRE interfaces)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (List<Member> all : memberships.byCloud()) {
            List<Member> members = all.stream().filter(member -> !isHostPrefix(member.tunnel().address())).toList();
            if (members.size() > 1) {
                Majority<Integer> majority = Majority.of(members, member -> member.tunnel().address().prefixLength());
                majority.dissenters().forEach(member -> findings.accept(new Finding(RULE, member.tunnel().name() + " of "
                        + member.name() + " has a mask of /" + member.tunnel().address().prefixLength() + ", but "
                        + majority.example().name() + " has /" + majority.value() + " in cloud " + member.tunnel().cloud()
                        + ": use one", member.tunnel().origin())));
            }
        }
    }

    private static boolean isHostPrefix(InterfaceAddress address) {
        return address.prefixLength() == address.address().bitLength();
    }
}
