package dmvpn.network.rules.routing;

import dmvpn.network.routing.BgpPeering;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.Server;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** With one autonomous system for all spokes the loop check must let their routes pass. */
public final class OwnAutonomousSystemAllowed implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-RT-15",
            Severity.ERROR,
            "Spokes of one autonomous system accept each other",
            "A router drops paths that hold its own autonomous system. When all spokes are in one, each drops "
                    + "the routes of the others. Where no default or summary of the hub stands in, write allowas-in "
                    + "spokes, or give each spoke a number of its own.",
            "RFC 4271 section 9.1.2 (AS loop detection); I. Pepelnjak, ipSpace.net: Scaling BGP-Based DMVPN "
                    + "Networks");

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
            BgpOverTunnel.of(server.member()).ifPresent(hub -> check(server, hub, findings));
        }
    }

    private static void check(Server server, BgpOverTunnel hub, Consumer<Finding> findings) {
        Set<Long> seen = new HashSet<>();
        for (Member client : server.clients()) {
            Optional<BgpPeering> toClient = hub.peeringWith(client);
            Optional<BgpOverTunnel> bgp = BgpOverTunnel.of(client);
            if (bgp.isPresent() && toClient.isPresent() && !hub.isInner(toClient.get())
                    && !seen.add(bgp.get().process().autonomousSystem())
                    && !toClient.get().overrideAutonomousSystem() && toClient.get().defaultOrigination().isEmpty()
                    && hub.process().aggregates().isEmpty()) {
                bgp.get().peeringWith(server.member()).filter(peering -> !peering.allowOwnAutonomousSystem())
                        .ifPresent(peering -> findings.accept(new Finding(RULE, client.name() + " drops the routes of other spokes "
                                + "in its autonomous system " + bgp.get().process().autonomousSystem()
                                + ": write allowas-in spokes, or a number for each such as spokes as 65000+n",
                                peering.origin())));
            }
        }
    }
}
