package dmvpn.sim.router;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.routing.StaticRoute;
import dmvpn.sim.routing.LongestMatchRoutingTable;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import dmvpn.sim.routing.RoutingTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Configured routes. One with an interface is in the table while the interface is up, one with a next hop alone while
 * another route leads to the next hop (Cisco IOS IP Routing: Protocol-Independent Command Reference, {@code ip route}).
 */
final class StaticRoutes implements InterfaceListener {

    private final Router router;
    private final List<StaticRoute> configured = new ArrayList<>();
    /** Next hops that must be reachable, by VRF. */
    private final Map<Optional<String>, TreeSet<IpAddress>> nextHops = new HashMap<>();
    private boolean settling;
    private boolean settleAgain;

    StaticRoutes(Router router) {
        this.router = router;
    }

    void add(StaticRoute route) {
        configured.add(route);
        if (route.nextHop().isPresent() && route.interfaceName().isEmpty()) {
            nextHops.computeIfAbsent(route.vrf(), this::follow).add(route.nextHop().get());
        }
    }

    /** A change of a route to a next hop may make routes usable, or end it. */
    private TreeSet<IpAddress> follow(Optional<String> vrf) {
        TreeSet<IpAddress> followed = new TreeSet<>();
        router.routes(vrf).addListener((prefix, best) -> {
            IpAddress first = followed.ceiling(prefix.network());
            if (first != null && prefix.contains(first)) {
                settle();
            }
        });
        return followed;
    }

    @Override
    public void changed(RouterInterface changedInterface) {
        settle();
    }

    /** Installs what is usable and withdraws what is not, until nothing changes any more. */
    void settle() {
        settleAgain = true;
        if (settling) {
            return;
        }
        settling = true;
        while (settleAgain) {
            settleAgain = false;
            configured.forEach(this::settle);
        }
        settling = false;
    }

    private void settle(StaticRoute route) {
        LongestMatchRoutingTable table = router.virtualRouter(route.vrf()).table();
        boolean present = candidates(route, table).anyMatch(candidate -> isOf(route, candidate));
        boolean usable = isUsable(route, table);
        if (usable && !present) {
            table.install(candidate(route));
        } else if (!usable && present) {
            withdraw(route, table);
        }
    }

    private static Stream<Route> candidates(StaticRoute route, LongestMatchRoutingTable table) {
        return table.candidates(route.destination()).stream();
    }

    private static boolean isOf(StaticRoute route, Route candidate) {
        return candidate.source() == RouteSource.STATIC && candidate.nextHop().equals(route.nextHop())
                && candidate.interfaceName().equals(egress(route));
    }

    private Route candidate(StaticRoute route) {
        return new Route(route.destination(), RouteSource.STATIC, route.distance(), 0, route.nextHop(), egress(route),
                route.tag(), router.scheduler().nowNanos(), route.origin());
    }

    private static Optional<String> egress(StaticRoute route) {
        return route.nextHop().isEmpty() && route.interfaceName().isEmpty()
                ? Optional.of(Route.NULL_INTERFACE) : route.interfaceName();
    }

    /** Others of the same destination stay: they are withdrawn with it and come back. */
    private void withdraw(StaticRoute gone, LongestMatchRoutingTable table) {
        List<Route> others = candidates(gone, table)
                .filter(candidate -> candidate.source() == RouteSource.STATIC && !isOf(gone, candidate))
                .toList();
        table.withdraw(gone.destination(), RouteSource.STATIC);
        others.forEach(table::install);
    }

    private boolean isUsable(StaticRoute route, RoutingTable table) {
        if (route.interfaceName().isPresent()) {
            String name = route.interfaceName().get();
            return name.equals(Route.NULL_INTERFACE)
                    || router.interfaceNamed(name).filter(RouterInterface::isUp).isPresent();
        }
        return route.nextHop().isEmpty() || leadsTo(route.nextHop().get(), route.destination(), table);
    }

    /**
     * A route does not lead to its own next hop: where it covers the next hop, only a more specific one counts. A less
     * specific one would be hidden by the route as soon as that is installed.
     */
    private static boolean leadsTo(IpAddress nextHop, IpPrefix destination, RoutingTable table) {
        return table.lookup(nextHop)
                .filter(covering -> !destination.contains(nextHop) || covering.prefix().length() > destination.length())
                .isPresent();
    }
}
