package dmvpn.network.rules.qos;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;

/** A group of a spoke needs a policy on its hubs. */
public final class HubKnowsGroup implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-QO-01",
            Severity.WARNING,
            "A hub knows the groups of its spokes",
            "A spoke tells its group when it registers. A hub that has no policy for the group sends without one, and "
                    + "the spoke's line is flooded. Give the hub, or the cloud, a shape for the group.",
            "ipSpace.net, QoS in large-scale DMVPN networks; Cisco, Per-Tunnel QoS for DMVPN");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.GROUPS);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        router.registrations().forEach(registration -> registration.client().tunnel().options().group()
                .filter(group -> registration.server().tunnel().options().groupPolicies().stream()
                        .noneMatch(policy -> policy.group().equals(group)))
                .ifPresent(group -> findings.accept(new Finding(RULE, registration.client().name() + " is in group " + group
                        + ", for which its hub " + registration.server().name() + " has no policy: write group " + group
                        + " with a shape in the cloud or at the hub", registration.client().tunnel().options().origin()))));
    }
}
