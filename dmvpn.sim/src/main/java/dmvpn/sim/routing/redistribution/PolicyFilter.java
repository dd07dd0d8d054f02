package dmvpn.sim.routing.redistribution;

import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.SeedMetric;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.policy.PolicyEvaluation;
import dmvpn.sim.routing.policy.PolicyOutcome;
import dmvpn.sim.routing.policy.RouteAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Applies the policy that a redistribution names ({@code redistribute static route-map NAME}): what it drops is not announced,
 * and what it sets comes before what the redistribution itself says (Cisco IOS IP Routing: Protocol-Independent Command
 * Reference, {@code redistribute}). A redistribution without a policy, or with one that the router does not have, announces all.
 */
public final class PolicyFilter implements RedistributionFilter {

    private final Map<String, PolicyEvaluation> policies = new HashMap<>();

    /** @param policies policies of the router */
    public PolicyFilter(List<RoutePolicy> policies) {
        policies.forEach(policy -> this.policies.put(policy.name(), new PolicyEvaluation(policy)));
    }

    @Override
    public Optional<RedistributedRoute> apply(RedistributedRoute redistributed) {
        Optional<PolicyEvaluation> policy = redistributed.by().policy().map(policies::get);
        if (policy.isEmpty()) {
            return Optional.of(redistributed);
        }
        PolicyOutcome outcome = policy.get().apply(attributes(redistributed), redistributed.route().nextHop());
        return outcome.attributes().map(changed -> changed(redistributed, changed, outcome.setsTag()));
    }

    private static RouteAttributes attributes(RedistributedRoute redistributed) {
        Route route = redistributed.route();
        Redistribution by = redistributed.by();
        OptionalLong metric = by.metric().isPresent() && by.metric().get() instanceof SeedMetric.Simple simple
                ? OptionalLong.of(simple.value()) : OptionalLong.empty();
        return RouteAttributes.of(route.prefix(), by.source(), metric, route.tag(), route.nextHop())
                .withExternalType(by.externalType());
    }

    private static RedistributedRoute changed(RedistributedRoute before, RouteAttributes changed, boolean setsTag) {
        OptionalLong tag = setsTag ? changed.tag() : OptionalLong.empty();
        return new RedistributedRoute(before.route(), before.by(), changed.metric(), tag, changed.externalType());
    }
}
