package dmvpn.dsl.compile;

import dmvpn.network.origin.Origin;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.policy.PolicyStatement;
import dmvpn.network.policy.RoutePolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The policies that the processes of a router name, those included that are made of a policy and one setting more. */
final class UsedPolicies {

    private final Map<String, RoutePolicy> byName = new LinkedHashMap<>();

    /** Notes that a policy is used. */
    String use(RoutePolicy policy) {
        byName.putIfAbsent(policy.name(), policy);
        return policy.name();
    }

    /**
     * A policy that also does something to every route that passes, unless the policy does that itself.
     *
     * @param policy the policy, empty for one that lets all routes pass
     * @param action what it does besides
     * @param suffix end of the new policy's name, such as {@code LOCAL-PREFERENCE-200}
     */
    RoutePolicy with(Optional<RoutePolicy> policy, PolicyAction action, String suffix) {
        if (policy.isEmpty()) {
            return new RoutePolicy(suffix, List.of(PolicyStatement.permitAll(List.of(action), action.origin())), action.origin());
        }
        List<PolicyStatement> statements = new ArrayList<>();
        for (PolicyStatement statement : policy.get().statements()) {
            boolean said = statement.actions().stream().anyMatch(other -> other.getClass() == action.getClass());
            statements.add(statement.permit() && !said ? statement.with(action) : statement);
        }
        Origin origin = policy.get().origin();
        return new RoutePolicy(policy.get().name() + "-" + suffix, statements, origin);
    }

    List<RoutePolicy> all() {
        return List.copyOf(byName.values());
    }
}
