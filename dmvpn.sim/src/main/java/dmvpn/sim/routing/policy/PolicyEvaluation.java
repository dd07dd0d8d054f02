package dmvpn.sim.routing.policy;

import dmvpn.network.address.IpAddress;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.policy.PolicyStatement;
import dmvpn.network.policy.RoutePolicy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Applies one policy to routes: the first statement whose conditions are all fulfilled decides, and what none matches is
 * dropped (Cisco IOS IP Routing: Protocol-Independent Command Reference, {@code route-map}).
 */
public final class PolicyEvaluation {

    /** IOS numbers the statements of a route map in steps of ten, and so does the configuration that is exported. */
    private static final int STEP = 10;

    private final RoutePolicy policy;
    private final List<Optional<AsPathPattern>> patterns;

    /** @param policy the policy */
    public PolicyEvaluation(RoutePolicy policy) {
        this.policy = policy;
        this.patterns = policy.statements().stream().map(each -> each.asPath().map(AsPathPattern::of)).toList();
    }

    /**
     * Applies the policy.
     *
     * @param route the route
     * @param peerAddress what {@code set ip next-hop peer-address} stands for: the neighbour that a route came from, or the own
     *        address towards the neighbour that it goes to; empty where there is no neighbour
     */
    public PolicyOutcome apply(RouteAttributes route, Optional<IpAddress> peerAddress) {
        for (int index = 0; index < policy.statements().size(); index++) {
            PolicyStatement statement = policy.statements().get(index);
            if (matches(statement, patterns.get(index), route)) {
                String reason = policy.name() + " " + (index + 1) * STEP;
                return statement.permit()
                        ? new PolicyOutcome(Optional.of(change(statement, route, peerAddress)),
                                statement.actions().stream().anyMatch(PolicyAction.SetTag.class::isInstance), "permitted by " + reason)
                        : new PolicyOutcome(Optional.empty(), false, "denied by " + reason);
            }
        }
        return new PolicyOutcome(Optional.empty(), false, "no statement of " + policy.name() + " matches");
    }

    private static boolean matches(PolicyStatement statement, Optional<AsPathPattern> pattern, RouteAttributes route) {
        return statement.matchesPrefix(route.prefix())
                && (statement.tag().isEmpty() || statement.tag().equals(route.tag()))
                && (statement.community().isEmpty() || hasCommunity(route, statement.community().get()))
                && (pattern.isEmpty() || pattern.get().matches(route.asPath()))
                && (statement.protocol().isEmpty()
                        || route.source().filter(source -> source.keyword().equals(statement.protocol().get())).isPresent());
    }

    /** Every route is one of the Internet community (Cisco, {@code ip community-list}). */
    private static boolean hasCommunity(RouteAttributes route, String text) {
        return Community.tryParse(text)
                .filter(wanted -> wanted.equals(Community.INTERNET) || route.communities().contains(wanted)).isPresent();
    }

    private static RouteAttributes change(PolicyStatement statement, RouteAttributes route, Optional<IpAddress> peerAddress) {
        RouteAttributes changed = route;
        for (PolicyAction action : statement.actions()) {
            changed = change(action, changed, peerAddress);
        }
        return changed;
    }

    private static RouteAttributes change(PolicyAction action, RouteAttributes route, Optional<IpAddress> peerAddress) {
        return switch (action) {
            case PolicyAction.SetMetric set -> route.withMetric(OptionalLong.of(set.metric()));
            case PolicyAction.SetTag set -> route.withTag(OptionalLong.of(set.tag()));
            case PolicyAction.SetLocalPreference set -> route.withLocalPreference(OptionalLong.of(set.preference()));
            case PolicyAction.Prepend set -> route.withAsPath(route.asPath().prepend(set.autonomousSystem(), set.times()));
            case PolicyAction.SetCommunity set -> route.withCommunities(communities(set));
            case PolicyAction.SetNextHop set -> route.withNextHop(set.address().or(() -> peerAddress).or(route::nextHop));
            case PolicyAction.SetExternalType set -> route.withExternalType(OptionalInt.of(set.type()));
        };
    }

    /** A community that is set takes the place of all that a route had: nobody can say {@code additive}. */
    private static List<Community> communities(PolicyAction.SetCommunity set) {
        return Community.tryParse(set.community()).map(List::of).orElse(List.of());
    }
}
