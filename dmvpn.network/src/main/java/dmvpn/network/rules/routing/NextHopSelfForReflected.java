package dmvpn.network.rules.routing;

import dmvpn.network.routing.NextHopSelf;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.Server;
import dmvpn.network.tunnel.Phase;
import java.util.Set;
import java.util.function.Consumer;

/** In Phase 1 and 3 a route reflector should also change the next hop of what it reflects. */
public final class NextHopSelfForReflected implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-RT-14",
            Severity.WARNING,
            "A reflecting hub becomes next hop of reflected routes too",
            "Plain next-hop-self does not touch routes that a route reflector passes on, so in Phase 1 and 3 "
                    + "spokes keep each other as next hop, which the phase does not intend. Write next-hop-self all.",
            "RFC 4456 section 10; I. Pepelnjak, ipSpace.net: Changes in IBGP Next Hop Processing Drastically "
                    + "Improve BGP-based DMVPN Designs");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.BGP);
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (Server server : memberships.servers()) {
            Member hub = server.member();
            boolean phase2 = memberships.cloud(hub.tunnel().cloud()).filter(cloud -> cloud.phase() == Phase.PHASE_2).isPresent();
            if (!phase2 && server.clients().size() > 1) {
                BgpOverTunnel.of(hub).flatMap(bgp -> bgp.peerings().filter(peering -> bgp.isInner(peering)
                        && peering.routeReflectorClient() && peering.nextHopSelf() == NextHopSelf.ON).findFirst())
                        .ifPresent(peering -> findings.accept(new Finding(RULE, "Hub " + hub.name() + " reflects routes between the "
                                + "spokes of cloud " + hub.tunnel().cloud() + " and leaves their next hop: write next-hop-self all",
                                peering.origin())));
            }
        }
    }
}
