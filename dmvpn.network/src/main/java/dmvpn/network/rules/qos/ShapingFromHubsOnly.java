package dmvpn.network.rules.qos;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.tunnel.Phase;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Per-tunnel policies do not hold between spokes. */
public final class ShapingFromHubsOnly implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-QO-02",
            Severity.INFO,
            "Groups shape what hubs send, not direct tunnels",
            "The policy of a group holds for what a hub sends to a spoke. Traffic between two spokes over a direct "
                    + "tunnel is not shaped by it. Plan the lines of spokes for that.",
            "ipSpace.net, QoS in large-scale DMVPN networks");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.GROUPS);
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (List<Member> members : memberships.byCloud()) {
            boolean shapes = members.stream().anyMatch(member -> !member.tunnel().options().groupPolicies().isEmpty());
            long spokes = Memberships.count(members.stream().filter(Member::isSpoke).toList());
            memberships.cloud(members.getFirst().tunnel().cloud())
                    .filter(cloud -> shapes && spokes > 1 && cloud.phase() != Phase.PHASE_1).ifPresent(cloud ->
                            findings.accept(new Finding(RULE, "Hubs shape what they send to the spokes of cloud " + cloud.name()
                                    + ", and its direct tunnels between spokes are not shaped", cloud.origin())));
        }
    }
}
