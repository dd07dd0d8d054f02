package dmvpn.network.rules.routing;

import dmvpn.network.routing.EigrpMetricWeights;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Registration;
import dmvpn.network.rules.membership.RouterView;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** EIGRP neighbours need the same autonomous system number. */
public final class SameAutonomousSystem implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-RT-04",
            Severity.ERROR,
            "A client and its server use one EIGRP autonomous system and K values",
            "EIGRP routers with different autonomous system numbers ignore each other, and so do those with "
                    + "different K values. Use one number in the cloud, and no K values.",
            "RFC 7868 section 5.3 (neighbours must share the autonomous system number)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        for (Registration registration : router.registrations()) {
            Optional<EigrpOnTunnel> client = EigrpOnTunnel.of(registration.client());
            Optional<EigrpOnTunnel> server = EigrpOnTunnel.of(registration.server());
            if (client.isPresent() && server.isPresent()) {
                check(registration, client.get(), server.get(), findings);
            }
        }
    }

    private static void check(Registration registration, EigrpOnTunnel client, EigrpOnTunnel server, Consumer<Finding> findings) {
        if (server.process().autonomousSystem() != client.process().autonomousSystem()) {
            findings.accept(new Finding(RULE, registration.client().name() + " runs EIGRP " + client.process().autonomousSystem()
                    + " but " + registration.server().name() + " runs EIGRP " + server.process().autonomousSystem()
                    + ": use one number", client.process().origin()));
        }
        if (!weights(server).equals(weights(client))) {
            findings.accept(new Finding(RULE, registration.client().name() + " and " + registration.server().name()
                    + " compute with different K values of EIGRP: leave them out", client.process().origin()));
        }
    }

    private static List<Integer> weights(EigrpOnTunnel eigrp) {
        return eigrp.process().metricWeights().map(EigrpMetricWeights::weights).orElse(EigrpMetricWeights.DEFAULT);
    }
}
