package dmvpn.network.rules.nhrp;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.function.Consumer;

/** Registrations should be 10 s apart. */
public final class RegistrationNotTooOften implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-NH-21",
            Severity.WARNING,
            "Clients register every 10 s or less often",
            "Each registration costs the hub work, and with hundreds of spokes a short interval fills its processor. "
                    + "10 to 30 s detect a dead hub fast enough; below that use BFD.",
            "ipSpace.net, DMVPN scalability");

    private static final int USUAL_SECONDS = 10;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public boolean isCloudWide() {
        return true;
    }

    @Override
    public boolean concerns(Member member) {
        return !member.tunnel().nhrp().nextHopServers().isEmpty();
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        int seconds = member.tunnel().nhrp().registrationIntervalSeconds();
        if (seconds < USUAL_SECONDS && concerns(member)) {
            findings.accept(new Finding(RULE, member.name() + " registers every " + seconds + " s in cloud "
                    + member.tunnel().cloud() + ", which loads its hubs: use " + USUAL_SECONDS + " to 30 s",
                    member.tunnel().nhrp().origin()));
        }
    }
}
