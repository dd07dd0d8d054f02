package dmvpn.network.rules.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.tunnel.MulticastTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Spokes should have no multicast maps to each other. */
public final class NoMulticastBetweenSpokes implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-NH-14",
            Severity.WARNING,
            "Spokes send no multicast to each other",
            "A multicast map to another spoke keeps a tunnel to it up for ever and makes the two routing neighbours: "
                    + "with all spokes a full mesh. Leave multicast to the hub; for multicast applications put the rendezvous "
                    + "point there.",
            "ipSpace.net, Spoke-to-spoke IP multicast over DMVPN");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.MULTICAST_TARGETS);
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (List<Member> members : memberships.byCloud()) {
            Map<IpAddress, Member> spokes = new HashMap<>();
            for (Member member : members) {
                if (member.isSpoke()) {
                    member.fixedNbmaAddress().ifPresent(address -> spokes.put(address, member));
                }
            }
            for (Member member : members) {
                if (member.isSpoke()) {
                    for (MulticastTarget target : member.tunnel().nhrp().options().multicastTargets()) {
                        Member other = spokes.get(target.nbmaAddress());
                        if (other != null && other != member) {
                            findings.accept(new Finding(RULE, member.name() + " copies multicast to spoke " + other.name()
                                    + ", which keeps a tunnel between them up and makes them neighbours: remove the map",
                                    target.origin()));
                        }
                    }
                }
            }
        }
    }
}
