package dmvpn.network.rules.redundancy;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.phases.OwnNextHop;
import dmvpn.network.tunnel.Phase;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Phase 2 wants one cloud for each hub. */
public final class OneHubPerPhase2Cloud implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-HUB-03",
            Severity.WARNING,
            "A Phase 2 cloud has one hub",
            "A pair of spokes that was resolving through a hub when it died keeps its temporary entry, bound to that "
                    + "hub, for up to three minutes. With a cloud of its own for each hub the other cloud has entries of its "
                    + "own. Use one cloud for each hub, or Phase 3. Spokes whose next hop is always a hub resolve nothing, so "
                    + "nothing of this concerns them.",
            "ipSpace.net, NHRP convergence issues in multi-hub DMVPN networks");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (List<Member> members : memberships.byCloud()) {
            memberships.cloud(members.getFirst().tunnel().cloud()).filter(cloud -> cloud.phase() == Phase.PHASE_2)
                    .ifPresent(cloud -> spokeAtRisk(memberships, members).ifPresent(spoke ->
                            findings.accept(new Finding(RULE, "Spokes of the Phase 2 cloud " + cloud.name() + ", such as "
                                    + spoke.name() + ", have several hubs: after the loss of one some pairs wait up to three "
                                    + "minutes; give each hub a cloud of its own", cloud.origin()))));
        }
    }

    private static Optional<Member> spokeAtRisk(Memberships memberships, List<Member> members) {
        return members.stream().filter(member -> member.isSpoke() && member.tunnel().nhrp().nextHopServers().size() > 1)
                .filter(spoke -> resolves(memberships, spoke)).findFirst();
    }

    /** True unless every hub is the next hop of all routes to other spokes. */
    private static boolean resolves(Memberships memberships, Member spoke) {
        return spoke.tunnel().nhrp().nextHopServers().stream()
                .flatMap(server -> memberships.withAddress(spoke.tunnel().cloud(), server.protocolAddress()).stream())
                .anyMatch(OwnNextHop::isLeftAloneBy);
    }
}
