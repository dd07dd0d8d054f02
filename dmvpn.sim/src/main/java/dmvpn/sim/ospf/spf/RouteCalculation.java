package dmvpn.sim.ospf.spf;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.routing.OspfArea;
import dmvpn.sim.ospf.database.DatabaseEntry;
import dmvpn.sim.ospf.message.LinkStateBody;
import dmvpn.sim.ospf.message.LinkStateType;
import dmvpn.sim.ospf.spf.AdvertisementReader.SummaryBoundaryRouter;
import dmvpn.sim.ospf.spf.AdvertisementReader.SummaryNetwork;
import dmvpn.sim.ospf.spf.AreaPaths.NetworkPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * OSPF's routing table from its databases (RFC 2328 section 16): first the paths inside areas, then those between areas, then
 * those out of the autonomous system ({@link ExternalRoutes}). Which summaries count is Cisco's rule (RFC 3509 section 2.2):
 * a border router with an adjacency in the backbone looks at those of the backbone alone, any other router at all. For version 3
 * it is the same with other advertisements (RFC 5340 section 4.8).
 */
public final class RouteCalculation {

    private final AdvertisementReader reader;
    private final Ipv4Address self;
    private final Collection<? extends AreaView> areas;
    private final boolean borderRouter;
    private final int maximumPaths;
    private final long nowNanos;
    private final Map<IpPrefix, OspfRoute> networks = new HashMap<>();
    private final Map<Ipv4Address, List<RouterPath>> routers = new TreeMap<>();
    private final Map<Long, AreaPaths> insideAreas = new HashMap<>();
    private final Map<Long, Map<IpPrefix, Long>> activeRanges = new TreeMap<>();

    /**
     * A calculation.
     *
     * @param reader reads advertisements of the version
     * @param self router ID of the router
     * @param areas its areas
     * @param borderRouter true when it is a border router of areas
     * @param maximumPaths how many equal paths are used
     * @param nowNanos the instant
     */
    public RouteCalculation(AdvertisementReader reader, Ipv4Address self, Collection<? extends AreaView> areas,
            boolean borderRouter, int maximumPaths, long nowNanos) {
        this.reader = reader;
        this.self = self;
        this.areas = areas;
        this.borderRouter = borderRouter;
        this.maximumPaths = maximumPaths;
        this.nowNanos = nowNanos;
    }

    /**
     * Calculates.
     *
     * @param externals advertisements of the whole autonomous system
     */
    public CalculatedRoutes run(Collection<DatabaseEntry> externals) {
        areas.forEach(this::insideArea);
        findActiveRanges();
        boolean backboneAlone = borderRouter && areas.stream()
                .anyMatch(area -> area.number() == OspfArea.BACKBONE && area.hasAdjacency());
        for (AreaView area : areas) {
            if (!backboneAlone || area.number() == OspfArea.BACKBONE) {
                betweenAreas(area);
            }
        }
        new ExternalRoutes(reader, self, networks, routers, borderRouter, nowNanos).add(externals, areas);
        return new CalculatedRoutes(networksInOrder(), routers, activeRanges);
    }

    private Map<IpPrefix, OspfRoute> networksInOrder() {
        OspfRoute[] routes = networks.values().toArray(OspfRoute[]::new);
        Arrays.sort(routes, Comparator.comparing(OspfRoute::prefix));
        Map<IpPrefix, OspfRoute> ordered = LinkedHashMap.newLinkedHashMap(routes.length);
        for (OspfRoute route : routes) {
            ordered.put(route.prefix(), limited(route));
        }
        return ordered;
    }

    private OspfRoute limited(OspfRoute route) {
        return route.nextHops().size() <= maximumPaths ? route : new OspfRoute(route.prefix(), route.type(), route.cost(),
                route.type2Metric(), route.area(), route.tag(), route.nextHops().subList(0, maximumPaths));
    }

    private void insideArea(AreaView area) {
        AreaPaths paths = ShortestPathTree.calculate(reader.graph(area, self, nowNanos), area.number(), self);
        insideAreas.put(area.number(), paths);
        paths.networks().forEach((prefix, path) -> {
            OspfRoute known = networks.get(prefix);
            // Equal paths through two areas: those of the first area stay.
            if (known == null || path.cost() < known.cost()) {
                networks.put(prefix, new OspfRoute(prefix, PathType.INTRA_AREA, path.cost(), 0,
                        OptionalLong.of(area.number()), 0, path.nextHops()));
            }
        });
        for (RouterPath path : paths.routers().values()) {
            if (path.border() || path.boundary()) {
                routers.computeIfAbsent(path.router(), id -> new ArrayList<>()).add(path);
            }
        }
    }

    /** A range stands for networks of its area as soon as one is inside (RFC 2328 section 12.4.3). */
    private void findActiveRanges() {
        if (!borderRouter) {
            return;
        }
        for (AreaView area : areas) {
            for (IpPrefix range : area.ranges()) {
                long nearest = Long.MAX_VALUE;
                for (Map.Entry<IpPrefix, NetworkPath> network : insideAreas.get(area.number()).networks().entrySet()) {
                    if (range.contains(network.getKey())) {
                        nearest = Math.min(nearest, network.getValue().cost());
                    }
                }
                if (nearest != Long.MAX_VALUE) {
                    activeRanges.computeIfAbsent(area.number(), number -> new TreeMap<>()).put(range, nearest);
                }
            }
        }
    }

    private boolean isActiveRange(IpPrefix prefix) {
        return activeRanges.values().stream().anyMatch(ranges -> ranges.containsKey(prefix));
    }

    private void betweenAreas(AreaView area) {
        AreaPaths inside = insideAreas.get(area.number());
        for (DatabaseEntry entry : area.database().entries(LinkStateType.SUMMARY_NETWORK)) {
            SummaryNetwork summary = reader.summaryNetwork(entry);
            RouterPath border = borderRouterOf(entry, summary.metric(), inside);
            if (border != null && !isActiveRange(summary.prefix())) {
                merge(networks, new OspfRoute(summary.prefix(), PathType.INTER_AREA, border.cost() + summary.metric(), 0,
                        OptionalLong.of(area.number()), 0, border.nextHops()));
            }
        }
        for (DatabaseEntry entry : area.database().entries(LinkStateType.SUMMARY_BOUNDARY_ROUTER)) {
            SummaryBoundaryRouter summary = reader.summaryBoundaryRouter(entry);
            RouterPath border = borderRouterOf(entry, summary.metric(), inside);
            if (border != null && !summary.router().equals(self)) {
                addBetweenAreas(new RouterPath(summary.router(), area.number(), true, border.cost() + summary.metric(), false,
                        true, border.nextHops()));
            }
        }
    }

    /** The way to who originated a summary; null when the summary does not count (section 16.2, steps 1 to 4). */
    private RouterPath borderRouterOf(DatabaseEntry entry, long metric, AreaPaths inside) {
        if (entry.isMaxAge(nowNanos) || entry.key().advertisingRouter().equals(self) || metric >= LinkStateBody.INFINITY) {
            return null;
        }
        RouterPath path = inside.routers().get(entry.key().advertisingRouter());
        return path != null && path.border() ? path : null;
    }

    /** Among the ways that border routers tell of, the shortest; equal ones are used together. */
    private void addBetweenAreas(RouterPath path) {
        List<RouterPath> ways = routers.computeIfAbsent(path.router(), id -> new ArrayList<>());
        for (int index = 0; index < ways.size(); index++) {
            RouterPath known = ways.get(index);
            if (known.interArea()) {
                if (path.cost() < known.cost()) {
                    ways.set(index, path);
                } else if (path.cost() == known.cost()) {
                    ways.set(index, new RouterPath(known.router(), known.area(), true, known.cost(), false, true,
                            NextHop.union(known.nextHops(), path.nextHops())));
                }
                return;
            }
        }
        ways.add(path);
    }

    /** Puts a route into its place: the better one stays, equal ones are used together. */
    static void merge(Map<IpPrefix, OspfRoute> networks, OspfRoute route) {
        OspfRoute known = networks.get(route.prefix());
        int comparison = known == null ? -1 : route.compareTo(known);
        if (comparison < 0) {
            networks.put(route.prefix(), route);
        } else if (comparison == 0 && known.type() == route.type()) {
            networks.put(route.prefix(), new OspfRoute(known.prefix(), known.type(), known.cost(), known.type2Metric(),
                    known.area(), known.tag(), NextHop.union(known.nextHops(), route.nextHops())));
        }
    }
}
