package dmvpn.network.rules.routing;

import dmvpn.network.routing.OspfArea;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Tunnels in area 0 make all spokes part of the backbone. */
public final class SpokesOutsideBackbone implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-RT-10",
            Severity.INFO,
            "Spokes need not be in the OSPF backbone",
            "With the tunnels in area 0 each spoke is a router of the backbone: a line that flaps at one of "
                    + "them is flooded to all, and computed by all. Where the backbone is at the hubs the tunnels may "
                    + "be in a stub area of their own.",
            "I. Pepelnjak, ipSpace.net: Can you run OSPF over DMVPN?; RFC 2328 section 3.1");

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
        for (List<Member> members : memberships.byCloud()) {
            List<Member> spokes = members.stream().filter(Member::isSpoke)
                    .filter(member -> OspfOnTunnel.of(member)
                            .filter(ospf -> ospf.settings().area() == OspfArea.BACKBONE).isPresent()).toList();
            if (spokes.size() > 1) {
                findings.accept(new Finding(RULE, "The tunnels of cloud " + spokes.getFirst().tunnel().cloud()
                        + " are in area 0, so all " + Memberships.count(spokes) + " spokes are in the backbone: an area of their own, such as "
                        + "area 1 type totally-stub, keeps changes away from them",
                        OspfOnTunnel.of(spokes.getFirst()).orElseThrow().settings().origin()));
            }
        }
    }
}
