package dmvpn.network.rules.phases;

import dmvpn.network.device.DeviceRole;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.Phase;
import java.util.function.Consumer;

/** Shortcut has no use on a hub that is nobody's client. */
public final class ShortcutOnHubHasUse implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-PH-11",
            Severity.INFO,
            "A hub that is no client has no shortcut",
            "Shortcut makes a router act on redirects. A hub that registers with nobody gets none, so the switch has "
                    + "no effect there. Remove it.",
            "Cisco, Shortcut Switching Enhancements for NHRP in DMVPN Networks");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        if (member.device().role() != DeviceRole.HUB || !member.tunnel().nhrp().shortcut()) {
            return;
        }
        boolean client = member.device().tunnels().stream().anyMatch(tunnel -> !tunnel.nhrp().nextHopServers().isEmpty());
        router.cloudOf(member).filter(cloud -> !client && cloud.phase() == Phase.PHASE_3).ifPresent(cloud ->
                findings.accept(new Finding(RULE, "Hub " + member.name() + " has shortcut on in cloud " + cloud.name()
                        + " and is nobody's client, so it gets no redirects to act on: remove it", member.tunnel().nhrp().origin())));
    }
}
