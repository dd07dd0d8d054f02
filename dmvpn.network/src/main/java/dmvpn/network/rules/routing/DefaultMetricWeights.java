package dmvpn.network.rules.routing;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** EIGRP should compute with the K values that all routers have. */
public final class DefaultMetricWeights implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-RT-03",
            Severity.WARNING,
            "EIGRP keeps its K values",
            "Other K values than those of every router make load and reliability part of the metric, so that "
                    + "routes change with the traffic, and one router that was forgotten has no neighbours. Leave "
                    + "k-values out.",
            "RFC 7868 section 5.6.1; Cisco Support Community, Ask the Expert: Dynamic Multipoint VPN, M. "
                    + "Sullenberger, 2010");

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
        router.device().routing().eigrp().forEach(process -> process.metricWeights()
                .filter(weights -> !weights.isDefault())
                .ifPresent(weights -> findings.accept(new Finding(RULE, router.device().reference() + " runs EIGRP "
                        + process.autonomousSystem() + " with K values " + weights.weights().stream().map(Object::toString)
                                .collect(Collectors.joining(", ")) + ": leave them at 1, 0, 1, 0, 0", weights.origin()))));
    }
}
