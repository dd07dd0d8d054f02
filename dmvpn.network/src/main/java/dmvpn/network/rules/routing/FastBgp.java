package dmvpn.network.rules.routing;

import dmvpn.network.routing.BgpPeering;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** BGP over DMVPN should not wait for its default hold time. */
public final class FastBgp implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-RT-16",
            Severity.WARNING,
            "BGP notices a dead neighbour in time",
            "With the default hold time a dead hub is noticed after three minutes, later than with any other "
                    + "protocol. Write hello 10s hold 30s, or bfd.",
            "RFC 4271 section 10; Cisco IOS command reference, timers bgp");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.BGP);
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        BgpOverTunnel.of(member).flatMap(bgp -> bgp.peerings().filter(FastBgp::isSlow).findFirst())
                .ifPresent(peering -> findings.accept(new Finding(RULE, member.name() + " notices a dead BGP neighbour on "
                        + member.tunnel().name() + (hold(peering).isZero() ? " never" : " after " + hold(peering).toSeconds() + " s")
                        + ": write hello 10s hold 30s, or bfd", peering.origin())));
    }

    private static boolean isSlow(BgpPeering peering) {
        Duration hold = hold(peering);
        return !peering.fastDetection() && (hold.isZero() || hold.compareTo(BgpPeering.DEFAULT_HOLD_TIME) >= 0);
    }

    private static Duration hold(BgpPeering peering) {
        return peering.hold().orElse(BgpPeering.DEFAULT_HOLD_TIME);
    }
}
