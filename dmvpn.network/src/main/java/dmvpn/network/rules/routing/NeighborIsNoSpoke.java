package dmvpn.network.rules.routing;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import java.util.Set;
import java.util.function.Consumer;

/** A spoke should not name another spoke as neighbour. */
public final class NeighborIsNoSpoke implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-RT-23",
            Severity.WARNING,
            "Spokes are neighbours of hubs, not of spokes",
            "The hub passes routes between spokes. A session between two spokes needs a direct tunnel before "
                    + "any route leads there and holds it up for ever, and does not scale. Name the hubs alone.",
            "I. Pepelnjak, ipSpace.net: DMVPN Phase 2 Fundamentals");

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
        for (Member member : memberships.all()) {
            if (member.isSpoke()) {
                BgpOverTunnel.of(member).ifPresent(bgp -> bgp.neighbors().forEach(neighbor ->
                        memberships.withAddress(member.tunnel().cloud(), neighbor.address())
                                .filter(other -> other.isSpoke() && other.device() != member.device())
                                .ifPresent(other -> findings.accept(new Finding(RULE, member.name() + " names spoke " + other.name()
                                        + " as BGP neighbour: name the hubs alone", neighbor.origin())))));
            }
        }
    }
}
