package dmvpn.network.rules.routing;

import dmvpn.network.policy.PolicyAction;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;

/** Routes of other protocols need a metric to start with. */
public final class RedistributionHasMetric implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-RT-24",
            Severity.ERROR,
            "Redistribution into EIGRP and RIP has a metric",
            "EIGRP and RIP give routes of other protocols an infinite metric unless one is configured, so "
                    + "they are not announced. Write with metric behind redistribute, or metric for the process.",
            "Cisco, Redistributing Routing Protocols (default metrics)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.REDISTRIBUTION);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        router.device().routing().eigrp().forEach(process -> check(router, "EIGRP", RouteSource.EIGRP, process.options(), findings));
        router.device().routing().rip().forEach(process -> check(router, "RIP", RouteSource.RIP, process.options(), findings));
    }

    private static void check(RouterView router, String name, RouteSource into, ProcessOptions options,
            Consumer<Finding> findings) {
        for (Redistribution redistribution : options.redistributions()) {
            if (needsMetric(redistribution.source(), into) && redistribution.metric().isEmpty()
                    && options.defaultMetric().isEmpty() && !setsMetric(router, redistribution)) {
                findings.accept(new Finding(RULE, router.device().reference() + " passes routes of "
                        + redistribution.source().keyword() + " to " + name + " without a metric, so they are not announced: "
                        + "write with metric", redistribution.origin()));
            }
        }
    }

    /** Connected and static routes start with the metric of their interface, those of the same protocol keep theirs. */
    private static boolean needsMetric(RouteSource source, RouteSource into) {
        return source != into && source != RouteSource.CONNECTED && source != RouteSource.STATIC;
    }

    private static boolean setsMetric(RouterView router, Redistribution redistribution) {
        return redistribution.policy().flatMap(router.device().routing()::policyNamed)
                .filter(policy -> policy.actions().anyMatch(PolicyAction.SetMetric.class::isInstance)).isPresent();
    }
}
