package dmvpn.network.rules.keys;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Majority;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** All members of a cloud must have the same tunnel key, or none. */
public final class OneKeyPerCloud implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-KEY-03",
            Severity.ERROR,
            "All members of a cloud have the same key",
            "A router drops GRE packets whose key is not that of its tunnel, after it decrypted them: IKE "
                    + "and IPsec look healthy and nothing answers. No key and key 0 are two different things. Use one "
                    + "key on all members.",
            "RFC 2890 section 2.1; observed on IOS (the tunnel stays in state NHRP while IKE is up)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (List<Member> members : memberships.byCloud()) {
            Majority<OptionalLong> key = Majority.of(members, member -> member.tunnel().key());
            for (Member member : key.dissenters()) {
                findings.accept(new Finding(RULE, member.name() + " has " + describe(member.tunnel().key()) + " in cloud "
                        + member.tunnel().cloud() + " but " + key.example().name() + " has " + describe(key.value())
                        + ": use " + describe(key.value()) + " on " + member.name() + " too", member.tunnel().origin()));
            }
        }
    }

    private static String describe(OptionalLong key) {
        return key.isPresent() ? "tunnel key " + key.getAsLong() : "no tunnel key";
    }
}
