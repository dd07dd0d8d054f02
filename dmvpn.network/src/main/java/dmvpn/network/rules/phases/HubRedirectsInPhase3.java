package dmvpn.network.rules.phases;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.Server;
import dmvpn.network.tunnel.Phase;
import java.util.function.Consumer;

/** A Phase 3 hub should send redirects. */
public final class HubRedirectsInPhase3 implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-PH-07",
            Severity.WARNING,
            "A Phase 3 hub redirects",
            "Direct tunnels of Phase 3 begin with a Traffic Indication of the hub. A hub without redirect "
                    + "sends none and keeps all traffic between its spokes. Switch redirect on.",
            "Cisco, Shortcut Switching Enhancements for NHRP in DMVPN Networks");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (Server server : memberships.servers()) {
            Member hub = server.member();
            boolean phase3 = memberships.network().cloudNamed(hub.tunnel().cloud())
                    .filter(cloud -> cloud.phase() == Phase.PHASE_3).isPresent();
            if (phase3 && server.clients().size() > 1 && !hub.tunnel().nhrp().redirect()) {
                findings.accept(new Finding(RULE, "Hub " + hub.name() + " does not redirect, so spokes of Phase 3 cloud "
                        + hub.tunnel().cloud() + " get no shortcuts through it: switch redirect on",
                        hub.tunnel().nhrp().origin()));
            }
        }
    }
}
