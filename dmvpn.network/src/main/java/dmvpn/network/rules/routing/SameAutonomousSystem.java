package dmvpn.network.rules.routing;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.Registration;
import java.util.function.Consumer;

/** EIGRP neighbours need the same autonomous system number. */
public final class SameAutonomousSystem implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-RT-04",
            Severity.ERROR,
            "A client and its server use one EIGRP autonomous system",
            "EIGRP routers with different autonomous system numbers ignore each other. Use one number in "
                    + "the cloud.",
            "RFC 7868 section 5.3 (neighbours must share the autonomous system number)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (Registration registration : memberships.registrations()) {
            EigrpOnTunnel.of(registration.client()).ifPresent(client ->
                    EigrpOnTunnel.of(registration.server())
                            .filter(server -> server.process().autonomousSystem() != client.process().autonomousSystem())
                            .ifPresent(server -> findings.accept(new Finding(RULE, registration.client().name()
                                    + " runs EIGRP " + client.process().autonomousSystem() + " but "
                                    + registration.server().name() + " runs EIGRP " + server.process().autonomousSystem()
                                    + ": use one number", client.process().origin()))));
        }
    }
}
