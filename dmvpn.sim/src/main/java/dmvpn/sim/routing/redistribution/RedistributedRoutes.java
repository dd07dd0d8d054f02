package dmvpn.sim.routing.redistribution;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RoutingTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Follows a routing table for a protocol that announces routes of others: those that the router uses, and no others, nor one that is
 * held down. On IOS the
 * networks of the interfaces that a protocol runs on are announced with its routes (Cisco, Redistributing Routing Protocols).
 * What becomes of a default route is for the protocol to say.
 */
public final class RedistributedRoutes implements RoutingTable.RoutingTableListener {

    /** Told of what is to be announced. */
    public interface Listener {

        /**
         * The route to a prefix came, changed, or is no longer to be announced.
         *
         * @param route the route, empty when nothing is announced any more
         */
        void changed(IpPrefix prefix, Optional<RedistributedRoute> route);
    }

    /** Knows on which interfaces a protocol runs, and what of its routes the router passes on. */
    @FunctionalInterface
    public interface Participation {

        /** True when a process of that source, and of that number where it has one, takes part on an interface. */
        boolean runsOn(Redistribution source, String interfaceName);

        /**
         * True when routes that BGP has from its own autonomous system are passed on. IOS does that only with
         * {@code bgp redistribute-internal}, lest routes come back as the IGP's (Cisco IOS IP Routing: BGP Command Reference).
         */
        default boolean passesInternalRoutes() {
            return false;
        }

        /** True when the networks of the interfaces that a protocol runs on are announced with its routes. */
        default boolean tellsNetworksOfInterfaces() {
            return true;
        }
    }

    private final RoutingTable table;
    private final List<Redistribution> redistributions;
    private final RedistributionFilter filter;
    private final Participation participation;
    private final Listener listener;
    private final Map<IpPrefix, RedistributedRoute> announced = new TreeMap<>();

    /**
     * Follows a table from {@link #start} on.
     *
     * @param redistributions what is asked for
     * @param filter decides about each route
     * @param participation on which interfaces the sources run
     */
    public RedistributedRoutes(RoutingTable table, List<Redistribution> redistributions, RedistributionFilter filter,
            Participation participation, Listener listener) {
        this.table = table;
        this.redistributions = List.copyOf(redistributions);
        this.filter = filter;
        this.participation = participation;
        this.listener = listener;
    }

    /** Announces what is there, and what comes from now on. */
    public void start() {
        if (redistributions.isEmpty()) {
            return;
        }
        table.addListener(this);
        table.bestRoutes().forEach(route -> changed(route.prefix(), Optional.of(route)));
    }

    @Override
    public void changed(IpPrefix prefix, Optional<Route> best) {
        Optional<RedistributedRoute> now = best.flatMap(this::redistributed);
        RedistributedRoute before = announced.get(prefix);
        if (now.isPresent()) {
            announced.put(prefix, now.get());
        } else if (before == null) {
            return;
        } else {
            announced.remove(prefix);
        }
        if (!now.equals(Optional.ofNullable(before))) {
            listener.changed(prefix, now);
        }
    }

    private Optional<RedistributedRoute> redistributed(Route route) {
        for (Redistribution redistribution : redistributions) {
            if (isOf(route, redistribution)) {
                return filter.apply(RedistributedRoute.of(route, redistribution));
            }
        }
        return Optional.empty();
    }

    private boolean isOf(Route route, Redistribution redistribution) {
        Optional<RouteSource> owner = route.source().protocol();
        if (owner.isEmpty() || route.isHeldDown()
                || route.source() == dmvpn.sim.routing.RouteSource.BGP_INTERNAL && !participation.passesInternalRoutes()) {
            return false;
        }
        if (owner.get() == redistribution.source()) {
            return route.process() == 0 || route.process() == redistribution.process().orElse(0);
        }
        return owner.get() == RouteSource.CONNECTED && redistribution.source() != RouteSource.STATIC
                && participation.tellsNetworksOfInterfaces()
                && route.interfaceName().filter(name -> participation.runsOn(redistribution, name)).isPresent();
    }

    /** What is announced now, in the order of prefixes. */
    public Map<IpPrefix, RedistributedRoute> announced() {
        return announced;
    }
}
