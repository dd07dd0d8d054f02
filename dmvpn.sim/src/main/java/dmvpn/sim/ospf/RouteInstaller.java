package dmvpn.sim.ospf;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.Device;
import dmvpn.network.device.Vendor;
import dmvpn.network.routing.AdministrativeDistance;
import dmvpn.network.routing.PolicyDirection;
import dmvpn.sim.ospf.OspfTraceEvent.RouteDenied;
import dmvpn.sim.ospf.spf.CalculatedRoutes;
import dmvpn.sim.ospf.spf.NextHop;
import dmvpn.sim.ospf.spf.OspfRoute;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import dmvpn.sim.routing.policy.NeighborPolicies;
import dmvpn.sim.routing.policy.PolicyOutcome;
import dmvpn.sim.routing.policy.RouteAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Keeps the routing table in step with OSPF's own: what changed is put in and taken out, nothing else. */
final class RouteInstaller {

    private final OspfContext context;
    private final Map<IpPrefix, Installed> installed = new HashMap<>();
    private final NeighborPolicies accepted;
    private final Set<IpPrefix> denied = new TreeSet<>();

    /** What is in the routing table for a prefix. */
    private record Installed(RouteSource source, long metric, OptionalLong tag, List<NextHop> nextHops) {
    }

    RouteInstaller(OspfContext context) {
        this.context = context;
        Device device = context.router().device();
        // FRRouting 8.4 cannot filter between OSPF and the routing table, so nothing is exported.
        this.accepted = new NeighborPolicies(device.platform().vendor() == Vendor.FRR ? List.of() : device.routing().policies(),
                context.process().options().policies(), PolicyDirection.IN);
    }

    /**
     * Puts new routes into the table.
     *
     * @return how many prefixes changed
     */
    int update(CalculatedRoutes routes) {
        Map<IpPrefix, Installed> wanted = HashMap.newHashMap(routes.networks().size());
        routes.activeRanges().values().forEach(ranges -> ranges.forEach((range, cost) ->
                wanted.put(range, new Installed(RouteSource.OSPF, 0, OptionalLong.empty(), List.of()))));
        for (OspfRoute route : routes.networks().values()) {
            // What is directly attached is in the table as a connected network.
            if (leadsToRouters(route) && isAccepted(route)) {
                wanted.put(route.prefix(), new Installed(source(route), route.metric(), tag(route), route.nextHops()));
            }
        }
        int changed = 0;
        for (IpPrefix prefix : installed.keySet().stream().filter(prefix -> !wanted.containsKey(prefix)).sorted().toList()) {
            replace(prefix, null);
            changed++;
        }
        for (IpPrefix prefix : wanted.keySet().stream().filter(prefix -> !wanted.get(prefix).equals(installed.get(prefix)))
                .sorted().toList()) {
            replace(prefix, wanted.get(prefix));
            changed++;
        }
        return changed;
    }

    private static boolean leadsToRouters(OspfRoute route) {
        for (NextHop step : route.nextHops()) {
            if (step.address().isEmpty()) {
                return false;
            }
        }
        return !route.nextHops().isEmpty();
    }

    /**
     * Policies keep routes out of the routing table, not out of the database: other routers calculate with them all the same
     * (Cisco, OSPF Inbound Filtering Using Route Maps with a Distribute List). What they set has no effect.
     */
    private boolean isAccepted(OspfRoute route) {
        if (accepted.isEmpty()) {
            return true;
        }
        PolicyOutcome outcome = accepted.apply(RouteAttributes.of(route.prefix(), dmvpn.network.routing.RouteSource.OSPF,
                OptionalLong.of(route.metric()), tag(route), route.nextHops().getFirst().address().map(address -> address)),
                Optional.empty());
        if (outcome.isPermitted()) {
            denied.remove(route.prefix());
        } else if (denied.add(route.prefix())) {
            context.record(new RouteDenied(route.prefix(), outcome.reason()));
        }
        return outcome.isPermitted();
    }

    /** Zero is no tag (RFC 2328 section A.4.5 leaves its meaning open, IOS shows none). */
    private static OptionalLong tag(OspfRoute route) {
        return route.tag() == 0 ? OptionalLong.empty() : OptionalLong.of(route.tag());
    }

    private static RouteSource source(OspfRoute route) {
        return switch (route.type()) {
            case INTRA_AREA -> RouteSource.OSPF;
            case INTER_AREA -> RouteSource.OSPF_INTER_AREA;
            case EXTERNAL_1 -> RouteSource.OSPF_EXTERNAL_1;
            case EXTERNAL_2 -> RouteSource.OSPF_EXTERNAL_2;
            case NSSA_1 -> RouteSource.OSPF_NSSA_1;
            case NSSA_2 -> RouteSource.OSPF_NSSA_2;
        };
    }

    /** A route of another kind is put in before the former one is taken out, so that there is no gap. */
    private void replace(IpPrefix prefix, Installed now) {
        Installed before = installed.get(prefix);
        if (now != null) {
            context.routes().replace(prefix, now.source(), context.process().process(), routes(prefix, now));
            installed.put(prefix, now);
        } else {
            installed.remove(prefix);
        }
        if (before != null && (now == null || before.source() != now.source())) {
            context.routes().replace(prefix, before.source(), context.process().process(), List.of());
        }
    }

    private List<Route> routes(IpPrefix prefix, Installed wanted) {
        int distance = distance(wanted.source());
        if (wanted.nextHops().isEmpty()) {
            return List.of(route(prefix, wanted, distance, Optional.empty(), Route.NULL_INTERFACE));
        }
        List<Route> routes = new ArrayList<>(wanted.nextHops().size());
        for (NextHop step : wanted.nextHops()) {
            routes.add(route(prefix, wanted, distance, step.address(), step.interfaceName()));
        }
        return routes;
    }

    private Route route(IpPrefix prefix, Installed wanted, int distance, Optional<IpAddress> nextHop, String egress) {
        return new Route(prefix, wanted.source(), context.process().process(), distance, wanted.metric(), nextHop,
                Optional.of(egress), wanted.tag(), context.nowNanos(), context.process().origin());
    }

    private int distance(RouteSource source) {
        Optional<AdministrativeDistance> configured = context.process().options().distance();
        boolean external = source != RouteSource.OSPF && source != RouteSource.OSPF_INTER_AREA;
        return configured.map(distance -> external ? distance.external().orElse(distance.internal()) : distance.internal())
                .orElse(source.distance());
    }

    /** The interface is down: routes out of it are useless at once, whatever the next calculation finds. */
    void withdrawThrough(String interfaceName) {
        for (IpPrefix prefix : installed.keySet().stream().sorted().toList()) {
            Installed before = installed.get(prefix);
            List<NextHop> left = before.nextHops().stream()
                    .filter(step -> !step.interfaceName().equals(interfaceName)).toList();
            if (left.size() < before.nextHops().size()) {
                replace(prefix, left.isEmpty() ? null : new Installed(before.source(), before.metric(), before.tag(), left));
            }
        }
    }
}
