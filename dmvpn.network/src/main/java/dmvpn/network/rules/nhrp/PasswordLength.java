package dmvpn.network.rules.nhrp;

import dmvpn.network.crypto.Secret;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.function.Consumer;

/** An NHRP password must have 1 to 8 characters. */
public final class PasswordLength implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-NH-05",
            Severity.ERROR,
            "An NHRP password has 1 to 8 characters",
            "IOS refuses a longer NHRP password, in a start-up configuration without a word, and FRR has "
                    + "the same limit. Shorten the password on all members.",
            "Cisco IOS IP Addressing Services Command Reference, ip nhrp authentication; FRRouting, "
                    + "doc/user/nhrpd.rst");

    @Override
    public Rule rule() {
        return RULE;
    }

    private static final int MAX_LENGTH = 8;

    @Override
    public boolean isCloudWide() {
        return true;
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        // The value of a password by name is known where configurations are written, not here.
        member.tunnel().nhrp().authentication().flatMap(Secret::inlineValue)
                .filter(password -> password.isEmpty() || password.length() > MAX_LENGTH)
                .map(password -> new Finding(RULE, "The NHRP password of " + member.name() + " in cloud "
                        + member.tunnel().cloud() + " has " + password.length() + " characters: use 1 to " + MAX_LENGTH,
                        member.tunnel().nhrp().origin())).ifPresent(findings);
    }
}
