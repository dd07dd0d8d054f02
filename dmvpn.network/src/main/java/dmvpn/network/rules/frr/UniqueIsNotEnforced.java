package dmvpn.network.rules.frr;

import dmvpn.network.device.Vendor;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.Server;
import java.util.Set;
import java.util.function.Consumer;

/** FRR hubs ignore the unique flag. */
public final class UniqueIsNotEnforced implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-FR-12",
            Severity.INFO,
            "FRR hubs do not enforce unique registrations",
            "The unique flag asks a hub to refuse another router with the same tunnel address. FRR takes the newer "
                    + "registration all the same, so duplicate addresses are not noticed.",
            "FRRouting, nhrpd/nhrp_peer.c; RFC 2332 section 5.2.0.1");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.FRR);
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (Server server : memberships.servers()) {
            long unique = server.clients().stream().filter(client -> client.tunnel().nhrp().uniqueRegistration()).count();
            if (server.member().device().platform().vendor() == Vendor.FRR && unique > 0) {
                findings.accept(new Finding(RULE, unique + " of the clients of " + server.member().name()
                        + " ask for unique registration, which FRR does not enforce", server.member().tunnel().nhrp().origin()));
            }
        }
    }
}
