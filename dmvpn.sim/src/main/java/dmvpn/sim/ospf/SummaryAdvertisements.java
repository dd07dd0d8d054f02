package dmvpn.sim.ospf;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.ospf.message.LinkStateBody;
import dmvpn.sim.ospf.message.LinkStateKey;
import dmvpn.sim.ospf.message.LinkStateType;
import dmvpn.sim.ospf.message.OspfOptions;
import dmvpn.sim.ospf.spf.CalculatedRoutes;
import dmvpn.sim.ospf.spf.OspfRoute;
import dmvpn.sim.ospf.spf.RouterPath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a border router tells an area of the others (RFC 2328 section 12.4.3). */
final class SummaryAdvertisements {

    /** Cost of the default route that a stub area gets (Cisco IOS, {@code area default-cost}: 1). */
    private static final long DEFAULT_COST = 1;

    private final OspfContext context;
    private final Origination origination;

    SummaryAdvertisements(OspfContext context, Origination origination) {
        this.context = context;
        this.origination = origination;
    }

    /** Routes were calculated. */
    void update(CalculatedRoutes routes) {
        boolean border = context.isBorderRouter();
        for (Area area : context.areas()) {
            Map<LinkStateKey, LinkStateBody> wanted = border && area.isActive() ? wanted(area, routes) : Map.of();
            for (LinkStateKey key : origination.keys(area)) {
                boolean summary = key.type() == LinkStateType.SUMMARY_NETWORK
                        || key.type() == LinkStateType.SUMMARY_BOUNDARY_ROUTER;
                if (summary && !wanted.containsKey(key)) {
                    origination.withdraw(area, key);
                }
            }
            OspfOptions options = context.version().writer().headerOptions(area);
            wanted.forEach((key, body) -> origination.changed(area, key, options, () -> body));
        }
    }

    private Map<LinkStateKey, LinkStateBody> wanted(Area area, CalculatedRoutes routes) {
        Map<IpPrefix, Long> networks = new TreeMap<>();
        if (area.carriesSummaries()) {
            routes.networks().values().forEach(route -> addNetwork(networks, area, route, routes));
            routes.activeRanges().forEach((number, ranges) -> {
                if (number != area.number()) {
                    networks.putAll(ranges);
                }
            });
        }
        if (!area.carriesExternals() && (!area.isNotSoStubby() || !area.carriesSummaries()
                || context.behaviour().tellsDefaultToNssa())) {
            networks.put(context.version().defaultPrefix(), DEFAULT_COST);
        }
        Map<LinkStateKey, LinkStateBody> wanted = new TreeMap<>();
        context.version().writer().ids().of(networks.keySet()).forEach((prefix, id) -> wanted.put(
                new LinkStateKey(LinkStateType.SUMMARY_NETWORK, id, context.routerId()),
                context.version().writer().summaryNetwork(prefix, networks.get(prefix))));
        if (area.carriesExternals()) {
            routes.routers().forEach((router, ways) -> addBoundaryRouter(wanted, area, router, ways));
        }
        return wanted;
    }

    /** Networks of an area itself are not told to it, and those of other areas only as the backbone's (section 12.4.3). */
    private static void addNetwork(Map<IpPrefix, Long> networks, Area area, OspfRoute route, CalculatedRoutes routes) {
        boolean told = switch (route.type()) {
            case INTRA_AREA -> route.area().getAsLong() != area.number()
                    && !isInRange(route.prefix(), routes.activeRanges().get(route.area().getAsLong()));
            case INTER_AREA -> !area.isBackbone() && route.area().getAsLong() != area.number();
            case EXTERNAL_1, EXTERNAL_2, NSSA_1, NSSA_2 -> false;
        };
        boolean stepsIntoArea = route.nextHops().stream().anyMatch(step -> area.ports().stream()
                .anyMatch(port -> port.name().equals(step.interfaceName()) && step.address().isPresent()));
        if (told && !stepsIntoArea && route.cost() < LinkStateBody.INFINITY) {
            networks.put(route.prefix(), route.cost());
        }
    }

    private static boolean isInRange(IpPrefix prefix, Map<IpPrefix, Long> ranges) {
        return ranges != null && ranges.keySet().stream().anyMatch(range -> range.contains(prefix));
    }

    private void addBoundaryRouter(Map<LinkStateKey, LinkStateBody> wanted, Area area, Ipv4Address router,
            List<RouterPath> ways) {
        RouterPath best = null;
        for (RouterPath way : ways) {
            if (way.area() == area.number() && !way.interArea()) {
                return;
            }
            boolean told = way.boundary() && way.area() != area.number() && !(way.interArea() && area.isBackbone());
            if (told && (best == null || way.cost() < best.cost())) {
                best = way;
            }
        }
        if (best != null && best.cost() < LinkStateBody.INFINITY) {
            wanted.put(new LinkStateKey(LinkStateType.SUMMARY_BOUNDARY_ROUTER, router, context.routerId()),
                    context.version().writer().summaryBoundaryRouter(area, router, best.cost()));
        }
    }
}
