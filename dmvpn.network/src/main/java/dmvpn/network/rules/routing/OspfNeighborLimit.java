package dmvpn.network.rules.routing;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.Server;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A hub should not have too many OSPF neighbours. */
public final class OspfNeighborLimit implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-RT-11",
            Severity.WARNING,
            "OSPF has no more neighbours than a hub bears",
            "Each change at a spoke is flooded to all, so the weakest spoke limits the size of an area. "
                    + "Around a hundred neighbours are prudent; five to six hundred are known to run on large hubs. "
                    + "EIGRP and BGP carry more.",
            "I. Pepelnjak, ipSpace.net: DMVPN scalability; Cisco Support Community, Ask the Expert: Dynamic "
                    + "Multipoint VPN, M. Sullenberger, 2010");

    private static final int PRUDENT = 100;
    private static final int KNOWN = 600;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.OSPF);
    }

    @Override
    public boolean countsMembers() {
        return true;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (Server server : memberships.servers()) {
            Optional<OspfOnTunnel> hub = OspfOnTunnel.of(server.member());
            long neighbors = hub.isEmpty() ? 0
                    : Memberships.count(server.clients().stream().filter(client -> OspfOnTunnel.of(client).isPresent()).toList());
            if (neighbors > PRUDENT) {
                findings.accept(new Finding(RULE, "Hub " + server.member().name() + " has " + neighbors + " OSPF neighbours, more "
                        + (neighbors > KNOWN ? "than the " + KNOWN + " that large hubs are known to bear"
                                : "than the " + PRUDENT + " that are prudent")
                        + ": use EIGRP or BGP, or several clouds", hub.get().settings().origin()));
            }
        }
    }
}
