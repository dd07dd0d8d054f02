package dmvpn.network.rules.routing;

import dmvpn.network.routing.EigrpMetricWeights;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Registration;
import dmvpn.network.rules.membership.RouterView;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
    public Set<Feature> needs() {
        return Set.of(Feature.EIGRP);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        for (Registration registration : router.registrations()) {
            List<EigrpOnTunnel> ofClient = EigrpOnTunnel.allOf(registration.client());
            List<EigrpOnTunnel> ofServer = EigrpOnTunnel.allOf(registration.server());
            if (!ofClient.isEmpty() && !ofServer.isEmpty()) {
                check(registration, ofClient, ofServer, findings);
            }
        }
    }

    /** One autonomous system in common is enough: a hub may run further ones, for other spokes. */
    private static void check(Registration registration, List<EigrpOnTunnel> ofClient, List<EigrpOnTunnel> ofServer,
            Consumer<Finding> findings) {
        boolean common = false;
        for (EigrpOnTunnel client : ofClient) {
            for (EigrpOnTunnel server : ofServer) {
                if (server.process().autonomousSystem() == client.process().autonomousSystem()) {
                    common = true;
                    checkWeights(registration, client, server, findings);
                }
            }
        }
        if (!common) {
            EigrpOnTunnel client = ofClient.getFirst();
            findings.accept(new Finding(RULE, registration.client().name() + " runs EIGRP " + numbers(ofClient) + " but "
                    + registration.server().name() + " runs EIGRP " + numbers(ofServer) + ": use one number",
                    client.process().origin()));
        }
    }

    private static String numbers(List<EigrpOnTunnel> processes) {
        return processes.stream().map(eigrp -> String.valueOf(eigrp.process().autonomousSystem()))
                .collect(Collectors.joining(" and "));
    }

    private static void checkWeights(Registration registration, EigrpOnTunnel client, EigrpOnTunnel server,
            Consumer<Finding> findings) {
        if (!weights(server).equals(weights(client))) {
            findings.accept(new Finding(RULE, registration.client().name() + " and " + registration.server().name()
                    + " compute with different K values of EIGRP: leave them out", client.process().origin()));
        }
    }

    private static List<Integer> weights(EigrpOnTunnel eigrp) {
        return eigrp.process().metricWeights().map(EigrpMetricWeights::weights).orElse(EigrpMetricWeights.DEFAULT);
    }
}
