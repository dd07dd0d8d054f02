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

/** A Phase 2 hub should not set itself as next hop. */
public final class KeepNextHopInPhase2 implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-PH-06",
            Severity.WARNING,
            "A Phase 2 hub keeps the next hop of its spokes",
            "In Phase 2 a spoke goes direct because the next hop of its route is the other spoke. A hub "
                    + "that sets itself as next hop keeps all traffic. Switch next-hop-self off on the hub's "
                    + "tunnel; with OSPF use network type broadcast.",
            "Cisco IOS IP Routing: EIGRP Command Reference, next-hop-self; ipSpace.net, DMVPN Phase 2 "
                    + "Fundamentals");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (Server server : memberships.servers()) {
            Member hub = server.member();
            boolean phase2 = memberships.network().cloudNamed(hub.tunnel().cloud())
                .filter(cloud -> cloud.phase() == Phase.PHASE_2).isPresent();
            if (phase2 && server.clients().size() > 1) {
                OwnNextHop.of(hub).forEach(own -> findings.accept(new Finding(RULE, "Hub " + hub.name()
                        + " announces itself as next hop in Phase 2 cloud " + hub.tunnel().cloud()
                        + ", so no direct tunnels appear: " + own.mend(), own.origin())));
            }
        }
    }
}
