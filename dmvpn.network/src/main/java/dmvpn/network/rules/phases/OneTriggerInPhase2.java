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

/** Redirects and shortcuts do not belong in Phase 2. */
public final class OneTriggerInPhase2 implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-PH-10",
            Severity.WARNING,
            "A Phase 2 cloud has no redirect",
            "In Phase 2 the next hop of a route triggers the direct tunnel, in Phase 3 the redirect of a hub. With "
                    + "redirect and shortcut in a Phase 2 cloud both happen, and nobody can say why a tunnel came up. Choose "
                    + "one phase.",
            "Cisco, Shortcut Switching Enhancements for NHRP in DMVPN Networks");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (Server server : memberships.servers()) {
            Member hub = server.member();
            boolean mixed = hub.tunnel().nhrp().redirect()
                    && server.clients().stream().anyMatch(client -> client.tunnel().nhrp().shortcut());
            memberships.cloud(hub.tunnel().cloud()).filter(cloud -> mixed && cloud.phase() == Phase.PHASE_2).ifPresent(cloud ->
                    findings.accept(new Finding(RULE, hub.name() + " redirects and its clients take shortcuts in the Phase 2 cloud "
                            + cloud.name() + ": switch redirect off, or make it Phase 3", hub.tunnel().nhrp().origin())));
        }
    }
}
