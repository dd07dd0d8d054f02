package dmvpn.sim.routing.policy;

import dmvpn.network.address.IpAddress;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.PolicyDirection;
import dmvpn.network.routing.PolicyUse;
import java.util.List;
import java.util.Optional;

/** The policies that a process applies to all its neighbours in one direction ({@code distribute-list}): a route must pass each. */
public final class NeighborPolicies {

    private final List<PolicyEvaluation> policies;

    /**
     * The policies of a direction.
     *
     * @param known policies of the router; what a process names and the router does not have lets everything pass
     * @param uses what the process uses
     */
    public NeighborPolicies(List<RoutePolicy> known, List<PolicyUse> uses, PolicyDirection direction) {
        policies = uses.stream().filter(use -> use.direction() == direction)
                .flatMap(use -> known.stream().filter(policy -> policy.name().equals(use.policy())))
                .map(PolicyEvaluation::new).toList();
    }

    /** True when every route passes as it is. */
    public boolean isEmpty() {
        return policies.isEmpty();
    }

    /**
     * What becomes of a route. There must be a policy.
     *
     * @param peer neighbour that the route is from; empty when it goes to neighbours
     */
    public PolicyOutcome apply(RouteAttributes route, Optional<IpAddress> peer) {
        PolicyOutcome outcome = policies.getFirst().apply(route, peer);
        for (int next = 1; next < policies.size() && outcome.isPermitted(); next++) {
            outcome = policies.get(next).apply(outcome.attributes().get(), peer);
        }
        return outcome;
    }
}
