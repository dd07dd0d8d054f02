package dmvpn.network.rules.routing;

import dmvpn.network.routing.OspfNetworkType;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.Server;
import java.util.Set;
import java.util.function.Consumer;

/** A hub with several spokes cannot run OSPF as on a line between two. */
public final class OspfTypeFitsMultipoint implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-RT-06",
            Severity.ERROR,
            "OSPF on a hub knows that it has several neighbours",
            "Point-to-point is one neighbour. On a multipoint tunnel with several spokes each hello replaces "
                    + "the neighbour before it, so that no adjacency lasts. IOS takes this type for every tunnel that "
                    + "is told nothing. Write network-type point-to-multipoint, or broadcast in Phase 2.",
            "RFC 2328 section 1.2; Cisco IOS command reference, ip ospf network; observed on IOS (the "
                    + "adjacency flaps with the second spoke)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.OSPF);
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (Server server : memberships.servers()) {
            Member hub = server.member();
            OspfOnTunnel.of(hub)
                    .filter(ospf -> ospf.settings().networkType() == OspfNetworkType.POINT_TO_POINT && hub.isMultipoint())
                    .filter(ospf -> server.clients().stream().filter(client -> OspfOnTunnel.of(client).isPresent())
                            .limit(2).count() > 1)
                    .ifPresent(ospf -> findings.accept(new Finding(RULE, "OSPF of hub " + hub.name() + " expects one neighbour on "
                            + hub.tunnel().name() + ", but several register with it: write network-type point-to-multipoint "
                            + "or broadcast", ospf.settings().origin())));
        }
    }
}
