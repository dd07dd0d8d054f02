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

/** A spoke without further neighbours should be a stub. */
public final class LeafIsStub implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-RT-05",
            Severity.WARNING,
            "EIGRP spokes are stubs",
            "When a route is lost a hub asks every neighbour that is no stub for another way, and waits up to "
                    + "three minutes for each answer. A spoke that leads nowhere else has none to offer. Make the "
                    + "spokes stubs.",
            "RFC 7868 section 5.8 (stub routing) and section 4.2 (stuck in active)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.EIGRP);
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (Server server : memberships.servers()) {
            if (!EigrpOnTunnel.allOf(server.member()).isEmpty() && server.clients().size() > 1) {
                server.clients().forEach(client -> check(client, server.member(), findings));
            }
        }
    }

    private static void check(Member client, Member server, Consumer<Finding> findings) {
        for (EigrpOnTunnel eigrp : client.isSpoke() ? EigrpOnTunnel.allOf(client) : List.<EigrpOnTunnel>of()) {
            if (isLeaf(client, eigrp) && EigrpOnTunnel.of(server, eigrp.process().autonomousSystem()).isPresent()) {
                findings.accept(new Finding(RULE, client.name() + " is no stub, so " + server.name()
                        + " asks it whenever a route is lost: write stub spokes", eigrp.process().origin()));
            }
        }
    }

    /** True when nothing is behind the spoke but its own networks. */
    private static boolean isLeaf(Member client, EigrpOnTunnel eigrp) {
        return eigrp.process().stub().isEmpty()
                && eigrp.process().options().redistributions().isEmpty()
                && client.device().site().isEmpty()
                && client.device().tunnels().stream().noneMatch(tunnel -> tunnel.nhrp().nextHopServers().isEmpty());
    }
}
