package dmvpn.network.rules.security;

import dmvpn.network.crypto.DeadPeerDetection;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;

/** Dead peer detection should take at most a minute. */
public final class DetectionWithinAMinute implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-SEC-17",
            Severity.WARNING,
            "A dead peer is detected within 60 s",
            "A peer is declared dead after the interval and five retries; until then traffic to it is lost. "
                    + "30 to 60 s are usual. Shorten interval or retry time.",
            "ipSpace.net, expert questions and answers on DMVPN (detection in 30 to 60 s); Cisco IOS "
                    + "Security Command Reference, crypto isakmp keepalive");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.PROTECTION);
    }

    private static final long USUAL_SECONDS = 60;

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        member.protection().ifPresent(profile -> profile.deadPeerDetection().ifPresent(detection -> {
            long seconds = detection.interval().toSeconds() + detection.retry().toSeconds() * DeadPeerDetection.FURTHER_TRIES;
            if (seconds > USUAL_SECONDS) {
                findings.accept(new Finding(RULE, member.name() + " with crypto " + profile.name()
                        + " takes " + seconds + " s to detect a dead peer: shorten interval or retry to stay within "
                        + USUAL_SECONDS + " s", profile.origin()));
            }
        }));
    }
}
