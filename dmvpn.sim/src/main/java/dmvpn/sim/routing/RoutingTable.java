package dmvpn.sim.routing;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import java.util.List;
import java.util.Optional;

/** Routing table of one VRF: candidates by owner; the best by longest prefix, then distance, then metric. */
public interface RoutingTable {

    /** Adds a candidate, or replaces the one of the same prefix, source, next hop and interface. */
    void install(Route route);

    /** Removes the candidates of a prefix that an owner has. */
    void withdraw(IpPrefix prefix, RouteSource source);

    /** Removes those of an owner's candidates of a prefix that leave by an interface. */
    void withdraw(IpPrefix prefix, RouteSource source, String interfaceName);

    /**
     * Puts new candidates in place of those of a prefix that an owner has, as one change: listeners hear of the outcome
     * only, and candidates that stay keep their age.
     *
     * @param routes the owner's candidates from now on, all of that prefix and source; empty withdraws
     */
    default void replace(IpPrefix prefix, RouteSource source, List<Route> routes) {
        replace(prefix, source, 0, routes);
    }

    /**
     * The same for one of several processes of an owner.
     *
     * @param process number of the process, 0 for an owner that has one
     */
    void replace(IpPrefix prefix, RouteSource source, long process, List<Route> routes);

    /** The best route of the longest matching prefix. */
    Optional<Route> lookup(IpAddress destination);

    /** The best route of exactly that prefix. */
    Optional<Route> best(IpPrefix prefix);

    /** The best route of the longest matching prefix among those that another owner than the given one has. */
    Optional<Route> lookupWithout(IpAddress destination, RouteSource excluded);

    /** The best route of each prefix, in the order of prefixes. */
    List<Route> bestRoutes();

    /** All candidates, best first within a prefix, in the order of prefixes. */
    List<Route> candidates();

    /**
     * Overrides the next hop of a route that stays with its owner ({@code %} in {@code show ip route}): NHRP's
     * next-hop override. The override ends with {@link #removeNextHopOverride} or when no candidate has the prefix. Each
     * interface has one; that of a route's own interface comes first.
     */
    void overrideNextHop(IpPrefix prefix, IpAddress nextHop, String interfaceName);

    /** Ends the override of a prefix by an interface, and no other. */
    void removeNextHopOverride(IpPrefix prefix, String interfaceName);

    /** The overriding next hop of the best route of a prefix, if any. */
    Optional<IpAddress> nextHopOverride(IpPrefix prefix);

    /** True when there is an override of a prefix by an interface. */
    boolean isNextHopOverridden(IpPrefix prefix, String interfaceName);

    /** Tells about changes of best routes from now on, in the order of registration. */
    void addListener(RoutingTableListener listener);

    /** Told when the best route of a prefix changes. */
    @FunctionalInterface
    interface RoutingTableListener {
        /**
         * The best route of a prefix came, changed or went.
         *
         * @param best the new best route, empty when there is none any more
         */
        void changed(IpPrefix prefix, Optional<Route> best);
    }
}
