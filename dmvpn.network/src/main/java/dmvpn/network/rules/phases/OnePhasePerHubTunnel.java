package dmvpn.network.rules.phases;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.Server;
import dmvpn.network.tunnel.Phase;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Spokes of Phase 1 and of later phases need two hub tunnels. */
public final class OnePhasePerHubTunnel implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-PH-14",
            Severity.WARNING,
            "A hub tunnel serves spokes of one phase",
            "Spokes with point-to-point tunnels cannot take part in direct tunnels, and routing that suits them takes "
                    + "direct tunnels from the others. Give the spokes that are still in Phase 1 a tunnel of their own.",
            "ipSpace.net, Migrating from Phase 1 DMVPN to Phase 2");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.POINT_TO_POINT_TUNNELS);
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (Server server : memberships.servers()) {
            List<Member> spokes = server.clients().stream().filter(Member::isSpoke).toList();
            long pointToPoint = spokes.stream().filter(client -> !client.isMultipoint()).count();
            if (pointToPoint > 0 && pointToPoint < spokes.size()) {
                findings.accept(new Finding(RULE, pointToPoint + " of the " + spokes.size() + " spokes of " + server.member().name()
                        + " in cloud " + server.member().tunnel().cloud()
                        + " have point-to-point tunnels, the others multipoint: give the two kinds a hub tunnel each",
                        server.member().tunnel().origin()));
            }
        }
    }
}
