package dmvpn.sim.ospf.spf;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.sim.ospf.database.DatabaseEntry;
import dmvpn.sim.ospf.message.LinkStateBody;
import dmvpn.sim.ospf.message.LinkStateType;
import dmvpn.sim.routing.PrefixMap;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Paths out of the autonomous system (RFC 2328 section 16.4 with RFC 1583 compatibility, which IOS has switched on: of several
 * ways to a boundary router the cheapest counts, whatever its areas; RFC 3101 section 2.5 for type 7).
 */
final class ExternalRoutes {

    private final AdvertisementReader reader;
    private final Ipv4Address self;
    private final Map<IpPrefix, OspfRoute> networks;
    private final Map<Ipv4Address, List<RouterPath>> routers;
    private final boolean borderRouter;
    private final long nowNanos;
    /** Routes inside, by prefix; null until a forwarding address is looked for. */
    private PrefixMap<OspfRoute> inside;
    /** What won each destination so far: of equals the instance decides (RFC 3101 section 2.5, step 6e). */
    private final Map<IpPrefix, Told> winners = new TreeMap<>();

    ExternalRoutes(AdvertisementReader reader, Ipv4Address self, Map<IpPrefix, OspfRoute> networks,
            Map<Ipv4Address, List<RouterPath>> routers, boolean borderRouter, long nowNanos) {
        this.reader = reader;
        this.self = self;
        this.networks = networks;
        this.routers = routers;
        this.borderRouter = borderRouter;
        this.nowNanos = nowNanos;
    }

    /** A destination and the type of advertisement that tells it. */
    private record Told(LinkStateType type, ExternalDestination destination) {
    }

    /** The way to where packets leave. */
    private record Exit(long cost, List<NextHop> nextHops) {
    }

    void add(Collection<DatabaseEntry> externals, Collection<? extends AreaView> areas) {
        for (AreaView area : areas) {
            if (isNotSoStubby(area.kind())) {
                for (DatabaseEntry entry : area.database().entries(LinkStateType.NSSA_EXTERNAL)) {
                    add(entry, OptionalLong.of(area.number()));
                }
            }
        }
        externals.forEach(entry -> add(entry, OptionalLong.empty()));
    }

    static boolean isNotSoStubby(OspfAreaKind kind) {
        return kind == OspfAreaKind.NSSA || kind == OspfAreaKind.TOTALLY_NSSA;
    }

    private void add(DatabaseEntry entry, OptionalLong area) {
        if (entry.isMaxAge(nowNanos) || entry.key().advertisingRouter().equals(self)) {
            return;
        }
        Told told = new Told(entry.key().type(), reader.external(entry));
        ExternalDestination external = told.destination();
        if (external.metric() >= LinkStateBody.INFINITY || isDefaultForInside(external, area)) {
            return;
        }
        // Who told of it must be reached, whatever its forwarding address is (RFC 2328 section 16.4, step 3).
        Exit boundary = boundaryRouter(entry.key().advertisingRouter(), area);
        Exit exit = boundary == null || external.forwardingAddress().isEmpty()
                ? boundary : forwardingAddress(external.forwardingAddress().get(), area);
        if (exit == null) {
            return;
        }
        IpPrefix prefix = external.prefix();
        PathType type = area.isPresent() ? external.type2() ? PathType.NSSA_2 : PathType.NSSA_1
                : external.type2() ? PathType.EXTERNAL_2 : PathType.EXTERNAL_1;
        OspfRoute route = new OspfRoute(prefix, type, exit.cost() + (external.type2() ? 0 : external.metric()),
                external.type2() ? external.metric() : 0, area, external.tag(), exit.nextHops());
        OspfRoute known = networks.get(prefix);
        Told winner = winners.get(prefix);
        if (known != null && winner != null && route.compareTo(known) == 0 && told.type() != winner.type()) {
            if (preference(told) > preference(winner)) {
                networks.put(prefix, route);
                winners.put(prefix, told);
            }
            return;
        }
        RouteCalculation.merge(networks, route);
        if (known == null || route.compareTo(known) < 0) {
            winners.put(prefix, told);
        }
    }

    /** A type 7 advertisement that is to be translated comes before type 5, and that before any other of type 7. */
    private static int preference(Told told) {
        if (told.type() == LinkStateType.EXTERNAL) {
            return 1;
        }
        return told.destination().propagated() ? 2 : 0;
    }

    /** The default route that border routers tell a not-so-stubby area is not for other border routers. */
    private boolean isDefaultForInside(ExternalDestination external, OptionalLong area) {
        return area.isPresent() && borderRouter && external.prefix().length() == 0 && !external.propagated();
    }

    private Exit boundaryRouter(Ipv4Address router, OptionalLong area) {
        RouterPath best = null;
        for (RouterPath path : routers.getOrDefault(router, List.of())) {
            if (!path.boundary() || area.isPresent() && (path.interArea() || path.area() != area.getAsLong())) {
                continue;
            }
            // Of equal costs the area with the highest number counts (RFC 2328 section 16.4, step 3).
            boolean better = best == null || path.cost() < best.cost()
                    || path.cost() == best.cost() && Long.compareUnsigned(path.area(), best.area()) > 0;
            if (better) {
                best = path;
            }
        }
        return best == null ? null : new Exit(best.cost(), best.nextHops());
    }

    private PrefixMap<OspfRoute> insideRoutes() {
        PrefixMap<OspfRoute> routes = new PrefixMap<>();
        networks.forEach((prefix, route) -> {
            if (!route.type().isExternal()) {
                routes.put(prefix, route);
            }
        });
        return routes;
    }

    /** A forwarding address must be reached inside the autonomous system, that of type 7 inside the area. */
    private Exit forwardingAddress(IpAddress address, OptionalLong area) {
        if (inside == null) {
            inside = insideRoutes();
        }
        OspfRoute route = inside.longestMatch(address, candidate -> true);
        boolean usable = route != null && !route.type().isExternal() && !route.nextHops().isEmpty()
                && (area.isEmpty() || route.type() == PathType.INTRA_AREA && route.area().equals(area));
        if (!usable) {
            return null;
        }
        return new Exit(route.cost(), route.nextHops().stream().map(step -> step.towards(address)).sorted().distinct().toList());
    }
}
