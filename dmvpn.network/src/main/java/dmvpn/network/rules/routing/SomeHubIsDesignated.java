package dmvpn.network.rules.routing;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.Server;
import java.util.Set;
import java.util.function.Consumer;

/** Where a designated router is needed a hub must be willing. */
public final class SomeHubIsDesignated implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-RT-09",
            Severity.ERROR,
            "A hub can become designated router",
            "On a network of type broadcast neighbours exchange routes with the designated router only. When "
                    + "every router has priority 0 there is none, and no routes are exchanged. Give the hubs priorities "
                    + "such as 255 and 254.",
            "RFC 2328 section 9.4");

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
            OspfOnTunnel.of(server.member()).filter(SomeHubIsDesignated::isUnwilling)
                    .filter(ospf -> server.clients().stream()
                            .allMatch(client -> OspfOnTunnel.of(client).filter(SomeHubIsDesignated::isUnwilling).isPresent()))
                    .ifPresent(ospf -> findings.accept(new Finding(RULE, "No router of cloud " + server.member().tunnel().cloud()
                            + " that " + server.member().name() + " hears can become designated router, so OSPF exchanges no "
                            + "routes: write priority hubs 255", ospf.settings().origin())));
        }
    }

    private static boolean isUnwilling(OspfOnTunnel ospf) {
        return ospf.settings().networkType().hasDesignatedRouter() && ospf.settings().priority() == 0;
    }
}
