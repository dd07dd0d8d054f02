package dmvpn.network.rules.nhrp;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.NhrpConfiguration;
import java.util.function.Consumer;

/** The registration interval must be shorter than the holding time. */
public final class RegistrationBeforeExpiry implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-NH-17",
            Severity.ERROR,
            "Registrations refresh a mapping before it expires",
            "A mapping lives for the holding time. When the next registration comes at that time or later, "
                    + "the hub forgets the spoke again and again. Register each third of the holding time.",
            "RFC 2332 section 5.2.3 (registrations are refreshed before the holding time ends)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        NhrpConfiguration nhrp = member.tunnel().nhrp();
        if (!nhrp.nextHopServers().isEmpty() && nhrp.registrationIntervalSeconds() >= nhrp.holdingTimeSeconds()) {
            findings.accept(new Finding(RULE, member.name() + " registers each " + nhrp.registrationIntervalSeconds()
                    + " s but its mapping expires after " + nhrp.holdingTimeSeconds() + " s: register each "
                    + nhrp.holdingTimeSeconds() / NhrpConfiguration.REGISTRATIONS_PER_HOLDING_TIME + " s",
                    nhrp.origin()));
        }
    }
}
