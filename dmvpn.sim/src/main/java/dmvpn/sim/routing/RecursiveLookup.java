package dmvpn.sim.routing;

import dmvpn.network.address.IpAddress;
import java.util.Optional;

/** Follows next hops from route to route until one names an interface. */
public final class RecursiveLookup {

    /** IOS follows next hops through other routes; more than a few steps is a loop of routes. */
    private static final int MAXIMUM_RECURSION = 8;

    private RecursiveLookup() {
    }

    /**
     * The route with an interface that an address is reached by in the end.
     *
     * @return empty when nothing leads there, or only a discard route
     */
    public static Optional<Route> resolve(RoutingTable table, IpAddress address) {
        IpAddress target = address;
        for (int step = 0; step <= MAXIMUM_RECURSION; step++) {
            Route route = table.lookup(target).orElse(null);
            if (route == null) {
                return Optional.empty();
            }
            if (route.interfaceName().isPresent()) {
                return route.interfaceName().get().equals(Route.NULL_INTERFACE) ? Optional.empty() : Optional.of(route);
            }
            if (route.nextHop().isEmpty() || route.nextHop().get().equals(target)) {
                return Optional.empty();
            }
            target = route.nextHop().get();
        }
        return Optional.empty();
    }
}
