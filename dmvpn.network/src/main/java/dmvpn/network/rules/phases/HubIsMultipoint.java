package dmvpn.network.rules.phases;

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

/** A hub with several spokes must have a multipoint tunnel. */
public final class HubIsMultipoint implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-PH-01",
            Severity.ERROR,
            "A hub of several spokes has a multipoint tunnel",
            "A point-to-point tunnel knows one far end; only one of the spokes works. Use a multipoint "
                    + "tunnel on the hub in every phase.",
            "Observed on IOS; Cisco, Dynamic Multipoint VPN configuration guide (the hub uses a multipoint "
                    + "GRE interface)");

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
            Member hub = server.member();
            if (!hub.isMultipoint() && server.clients().size() > 1) {
                findings.accept(new Finding(RULE, "Hub " + hub.name() + " has a point-to-point tunnel for "
                        + server.clients().size() + " spokes: use a multipoint tunnel", hub.tunnel().origin()));
            }
        }
    }
}
