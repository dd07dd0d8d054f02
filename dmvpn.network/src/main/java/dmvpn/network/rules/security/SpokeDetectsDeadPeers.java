package dmvpn.network.rules.security;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;

/** A spoke should detect dead peers. */
public final class SpokeDetectsDeadPeers implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-SEC-16",
            Severity.WARNING,
            "Spokes detect dead peers",
            "Without dead peer detection a broken path between two spokes stays a black hole until the NHRP "
                    + "mapping or the security association expires. Configure it on the spokes, such as 30 s with "
                    + "retries of 5 s.",
            "ipSpace.net, expert questions and answers on DMVPN (detection in 30 to 60 s); RFC 7296 section "
                    + "2.4");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.PROTECTION);
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        if (member.isSpoke()) {
            member.protection().filter(profile -> profile.deadPeerDetection().isEmpty()).ifPresent(profile ->
                    findings.accept(new Finding(RULE, "Crypto " + profile.name() + " of spoke " + member.name()
                            + " has no dead peer detection, so a broken path stays a black hole: add dpd 30s retry 5s",
                            profile.origin())));
        }
    }
}
