package dmvpn.network.rules.security;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** Diffie-Hellman groups should be 14 or above. */
public final class StrongGroups implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-SEC-21",
            Severity.WARNING,
            "Diffie-Hellman groups are strong",
            "Groups 1, 2 and 5 are too small for today. Use group 14 or, better, 19 and above.",
            "RFC 8247 section 2.4 (groups 1, 2 and 5 must not or should not be used)");

    @Override
    public Rule rule() {
        return RULE;
    }

    private static final Set<Integer> WEAK = Set.of(1, 2, 5);

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        member.protection().ifPresent(profile -> {
            profile.ikeProposals().forEach(ike ->
                    report(member, profile, OptionalInt.of(ike.diffieHellmanGroup()), findings));
            report(member, profile, profile.perfectForwardSecrecyGroup(), findings);
        });
    }

    private static void report(Member member, IpsecProfile profile, OptionalInt group, Consumer<Finding> findings) {
        if (group.isPresent() && WEAK.contains(group.getAsInt())) {
            findings.accept(new Finding(RULE, "Crypto " + profile.name() + " of " + member.name()
                    + " uses the weak Diffie-Hellman group " + group.getAsInt() + ": use group 14, 19 or above",
                    profile.origin()));
        }
    }
}
