package dmvpn.network.rules.nhrp;

import dmvpn.network.crypto.Secret;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Majority;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** All members of a cloud must have the same NHRP password, or none. */
public final class OnePasswordPerCloud implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-NH-04",
            Severity.ERROR,
            "All members of a cloud have the same NHRP password",
            "A router ignores NHRP messages whose authentication is not its own: the tunnel stays in state "
                    + "NHRP although IKE is up. A running network may hide the fault until the cached mapping "
                    + "expires. Use one password on all members.",
            "RFC 2332 section 5.3.4 (authentication extension); observed on IOS (error indication 11, or "
                    + "silence)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (List<Member> members : memberships.byCloud()) {
            Majority<Optional<Secret>> password = Majority.of(members, member -> member.tunnel().nhrp().authentication());
            for (Member member : password.dissenters()) {
                findings.accept(new Finding(RULE, member.name() + " has " + describe(member, password.value())
                        + " in cloud " + member.tunnel().cloud() + ": use the password of "
                        + password.example().name(), member.tunnel().nhrp().origin()));
            }
        }
    }

    /** Says the difference without the passwords: findings end up in logs. */
    private static String describe(Member member, Optional<Secret> common) {
        if (member.tunnel().nhrp().authentication().isEmpty()) {
            return "no NHRP password, unlike the other members,";
        }
        return common.isEmpty() ? "an NHRP password, unlike the other members," : "another NHRP password than the other members";
    }
}
