package dmvpn.network.rules.security;

import dmvpn.network.crypto.IpsecOptions;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;

/** Quality of service after encryption needs a wide replay window. */
public final class ReplayWindowWithQuality implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-SEC-19",
            Severity.INFO,
            "The anti-replay window is wide where traffic is shaped",
            "Shaping and queueing after encryption put packets out of order. With the usual window of 64 packets some "
                    + "come too late and are dropped as replays. Write replay-window 1024.",
            "Cisco, IPsec Anti-Replay Window: Expanding and Disabling; RFC 4303 section 3.4.3");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.GROUPS, Feature.PROTECTION);
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        if (!member.tunnel().options().groupPolicies().isEmpty()) {
            member.protection().filter(profile -> profile.options().replayWindowPackets()
                    .orElse(IpsecOptions.DEFAULT_REPLAY_WINDOW_PACKETS) <= IpsecOptions.DEFAULT_REPLAY_WINDOW_PACKETS)
                    .ifPresent(profile -> findings.accept(new Finding(RULE, member.name() + " shapes what it sends in cloud "
                            + member.tunnel().cloud() + " and crypto " + profile.name()
                            + " has the anti-replay window of 64 packets: write replay-window 1024", profile.options().origin())));
        }
    }
}
