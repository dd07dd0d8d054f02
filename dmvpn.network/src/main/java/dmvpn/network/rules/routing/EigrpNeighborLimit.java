package dmvpn.network.rules.routing;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.Server;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A hub should not have too many EIGRP neighbours. */
public final class EigrpNeighborLimit implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-RT-12",
            Severity.WARNING,
            "EIGRP has no more neighbours than a hub bears",
            "A hub sends hellos and updates to each neighbour, and queries when routes are lost. About 350 "
                    + "neighbours are known to work on a mid-range hub. Use several hubs, or BGP.",
            "I. Pepelnjak, ipSpace.net: DMVPN scalability");

    private static final int LIMIT = 350;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.EIGRP);
    }

    @Override
    public boolean countsMembers() {
        return true;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (Server server : memberships.servers()) {
            List<EigrpOnTunnel> hub = EigrpOnTunnel.allOf(server.member());
            long neighbors = hub.stream().mapToLong(eigrp -> neighbors(eigrp, server)).sum();
            if (neighbors > LIMIT) {
                findings.accept(new Finding(RULE, "Hub " + server.member().name() + " has " + neighbors + " EIGRP neighbours, more "
                        + "than about " + LIMIT + ": share them among several hubs, or use BGP", hub.getFirst().process().origin()));
            }
        }
    }

    private static long neighbors(EigrpOnTunnel hub, Server server) {
        long neighbors = 0;
        for (Member client : server.clients()) {
            neighbors += EigrpOnTunnel.of(client, hub.process().autonomousSystem()).isPresent() ? client.count() : 0;
        }
        return neighbors;
    }
}
