package dmvpn.network.rules.nhrp;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.NhrpConfiguration;
import java.util.function.Consumer;

/** The registration interval should leave room for a lost packet. */
public final class RegistrationSurvivesLoss implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-NH-18",
            Severity.WARNING,
            "One lost registration does not expire a mapping",
            "With an interval above half of the holding time a single lost registration is enough to lose "
                    + "the mapping. Register each third of the holding time, as IOS and FRR do by default.",
            "RFC 2332 section 5.2.3; FRRouting, nhrpd/nhrp_nhs.c (a third of the holding time)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        NhrpConfiguration nhrp = member.tunnel().nhrp();
        int interval = nhrp.registrationIntervalSeconds();
        int holdingTime = nhrp.holdingTimeSeconds();
        if (!nhrp.nextHopServers().isEmpty() && interval < holdingTime && 2L * interval > holdingTime) {
            findings.accept(new Finding(RULE, "One lost registration expires the mapping of " + member.name()
                    + ": it registers each " + interval + " s with a holding time of " + holdingTime
                    + " s; register each " + holdingTime / NhrpConfiguration.REGISTRATIONS_PER_HOLDING_TIME + " s",
                    nhrp.origin()));
        }
    }
}
