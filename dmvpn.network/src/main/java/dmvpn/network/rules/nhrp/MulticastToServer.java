package dmvpn.network.rules.nhrp;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.Registration;
import dmvpn.network.rules.routing.EigrpOnTunnel;
import java.util.function.Consumer;

/** A spoke that runs EIGRP must map multicast to its hub. */
public final class MulticastToServer implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-NH-11",
            Severity.ERROR,
            "A spoke sends multicast to its hub when routing needs it",
            "EIGRP finds neighbours by multicast. Without a multicast mapping to the next-hop server no "
                    + "hello leaves the spoke and there is no adjacency. Map multicast to the hub.",
            "ipSpace.net, DMVPN Phase 2 Fundamentals; RFC 7868 section 5.3 (hello packets are multicast)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (Registration registration : memberships.registrations()) {
            if (!registration.statement().multicast()
                    && EigrpOnTunnel.of(registration.client()).isPresent()
                    && EigrpOnTunnel.of(registration.server()).isPresent()) {
                findings.accept(new Finding(RULE, registration.client().name() + " runs EIGRP but sends no multicast to "
                        + registration.server().name() + ": map multicast to this next-hop server",
                        registration.statement().origin()));
            }
        }
    }
}
