package dmvpn.network.rules.nhrp;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.cloudwide.CloudWideFault;
import dmvpn.network.rules.membership.Memberships;
import java.util.function.Consumer;

/** An NHRP password must have 1 to 8 characters. */
public final class PasswordLength implements NetworkRule {

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
    public void check(Memberships memberships, Consumer<Finding> findings) {
        CloudWideFault.report(memberships, member -> member.tunnel().nhrp().authentication()
                .filter(password -> password.isEmpty() || password.length() > MAX_LENGTH)
                .map(password -> new Finding(RULE, "The NHRP password of " + member.name() + " in cloud "
                        + member.tunnel().cloud() + " has " + password.length() + " characters: use 1 to " + MAX_LENGTH,
                        member.tunnel().nhrp().origin())), findings);
    }
}
