package dmvpn.sim.ospf;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.SeedMetric;
import dmvpn.sim.ospf.database.DatabaseEntry;
import dmvpn.sim.ospf.message.LinkStateBody;
import dmvpn.sim.ospf.message.LinkStateKey;
import dmvpn.sim.ospf.message.LinkStateType;
import dmvpn.sim.ospf.spf.CalculatedRoutes;
import dmvpn.sim.ospf.spf.ExternalDestination;
import dmvpn.sim.ospf.spf.OspfRoute;
import dmvpn.sim.ospf.spf.PathType;
import dmvpn.sim.ospf.spf.RouterPath;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.redistribution.RedistributedRoute;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the router tells of networks outside: routes of others, a default route, and as border router of a not-so-stubby area
 * what that area tells (RFC 2328 section 12.4.4; RFC 3101 sections 2.3 and 3).
 */
final class ExternalAdvertisements {

    /** Metric of redistributed routes but those of BGP, and of the default route (Cisco IOS, {@code redistribute}). */
    private static final long DEFAULT_METRIC = 20;
    private static final long METRIC_OF_DEFAULT_ROUTE = 1;

    private final OspfContext context;
    private final Origination origination;
    private final TreeMap<IpPrefix, RedistributedRoute> redistributed = new TreeMap<>();
    private final TreeMap<IpPrefix, ExternalDestination> translated = new TreeMap<>();
    private boolean tellsDefault;

    ExternalAdvertisements(OspfContext context, Origination origination) {
        this.context = context;
        this.origination = origination;
    }

    /** A route of another owner is to be told, or is not any more. */
    void changed(IpPrefix prefix, Optional<RedistributedRoute> route) {
        route.ifPresentOrElse(now -> redistributed.put(prefix, now), () -> redistributed.remove(prefix));
        refresh(prefix);
    }

    /** {@code default-information originate always}. */
    void tellDefault() {
        tellsDefault = true;
        refresh(context.version().defaultPrefix());
    }

    /** Interfaces changed: the areas that are told, and addresses that packets are sent to, may be others. */
    void refreshAll() {
        Set<IpPrefix> all = new TreeSet<>(redistributed.keySet());
        all.addAll(translated.keySet());
        if (tellsDefault) {
            all.add(context.version().defaultPrefix());
        }
        all.forEach(this::refresh);
    }

    /** Of prefixes with the same address one may take the id of another, so all of them are told again. */
    private void refresh(IpPrefix prefix) {
        LinkStateIds ids = context.version().writer().ids();
        TreeSet<IpPrefix> sharing = new TreeSet<>(ids.sharing(prefix, redistributed));
        sharing.addAll(ids.sharing(prefix, translated));
        IpPrefix defaultPrefix = context.version().defaultPrefix();
        if (tellsDefault && prefix.network().equals(defaultPrefix.network())) {
            sharing.add(defaultPrefix);
        }
        Set<Ipv4Address> used = new TreeSet<>();
        ids.of(sharing).forEach((told, id) -> {
            used.add(id);
            tell(told, id);
        });
        sharing.add(prefix);
        Set<Ipv4Address> former = new TreeSet<>();
        sharing.forEach(each -> former.addAll(ids.candidates(each)));
        former.stream().filter(id -> !used.contains(id)).forEach(this::withdraw);
    }

    private void tell(IpPrefix prefix, Ipv4Address id) {
        boolean toNormalAreas = context.areas().stream().anyMatch(area -> area.carriesExternals() && area.isActive());
        LinkStateKey key = new LinkStateKey(LinkStateType.EXTERNAL, id, context.routerId());
        ExternalDestination destination = toNormalAreas ? ownOrTranslated(prefix) : null;
        if (destination == null) {
            origination.withdraw(context.autonomousSystem(), key);
        } else {
            tell(context.autonomousSystem(), key, destination);
        }
        for (Area area : context.areas()) {
            if (area.isNotSoStubby()) {
                tellNotSoStubby(prefix, id, area);
            }
        }
    }

    /** A border router tells other areas itself; what it tells the not-so-stubby area is not translated once more. */
    private void tellNotSoStubby(IpPrefix prefix, Ipv4Address id, Area area) {
        LinkStateKey key = new LinkStateKey(LinkStateType.NSSA_EXTERNAL, id, context.routerId());
        RedistributedRoute route = toldRoute(prefix);
        if (route == null || !area.isActive()) {
            origination.withdraw(area, key);
            return;
        }
        boolean translate = !context.isBorderRouter();
        Optional<IpAddress> forwarding = forwardingAddress(route.route());
        tell(area, key, destination(prefix, route, forwarding.isEmpty() && translate ? addressIn(area) : forwarding, translate));
    }

    private void tell(FloodingScope scope, LinkStateKey key, ExternalDestination destination) {
        AdvertisementWriter writer = context.version().writer();
        LinkStateBody body = writer.external(destination);
        origination.changed(scope, key, writer.headerOptions(key.type(), destination), () -> body);
    }

    /** The redistributed route to a prefix; null also while an interface of the process tells the network as its own. */
    private RedistributedRoute toldRoute(IpPrefix prefix) {
        return isOwnNetwork(prefix) ? null : redistributed.get(prefix);
    }

    private boolean isOwnNetwork(IpPrefix prefix) {
        return context.areas().stream().flatMap(area -> area.ports().stream())
                .anyMatch(port -> port.isUp() && port.address().prefix().equals(prefix));
    }

    private void withdraw(Ipv4Address id) {
        origination.withdraw(context.autonomousSystem(), new LinkStateKey(LinkStateType.EXTERNAL, id, context.routerId()));
        for (Area area : context.areas()) {
            origination.withdraw(area, new LinkStateKey(LinkStateType.NSSA_EXTERNAL, id, context.routerId()));
        }
    }

    private ExternalDestination ownOrTranslated(IpPrefix prefix) {
        if (tellsDefault && prefix.length() == 0) {
            // IOS tags its own default route with the number of the process.
            return new ExternalDestination(prefix, true, METRIC_OF_DEFAULT_ROUTE, Optional.empty(), context.process().process(), false);
        }
        RedistributedRoute route = toldRoute(prefix);
        return route != null ? destination(prefix, route, forwardingAddress(route.route()), false) : translated.get(prefix);
    }

    private ExternalDestination destination(IpPrefix prefix, RedistributedRoute route, Optional<IpAddress> forwarding,
            boolean propagated) {
        OptionalInt type = route.externalType().isPresent() ? route.externalType() : route.by().externalType();
        // A route keeps the tag that it has (Cisco IOS IP Routing: Protocol-Independent Command Reference, set tag).
        long tag = Stream.of(route.tag(), route.by().tag(), route.route().tag()).flatMapToLong(OptionalLong::stream).findFirst()
                .orElse(0);
        return new ExternalDestination(prefix, type.orElse(2) == 2,
                Math.min(route.metric().orElseGet(() -> metric(route)), LinkStateBody.INFINITY - 1), forwarding, tag, propagated);
    }

    private long metric(RedistributedRoute route) {
        Optional<SeedMetric> configured = route.by().metric().or(() -> context.process().options().defaultMetric());
        if (configured.isPresent() && configured.get() instanceof SeedMetric.Simple simple) {
            return simple.value();
        }
        return route.by().source() == RouteSource.BGP ? context.behaviour().metricFromBgp() : DEFAULT_METRIC;
    }

    /**
     * The next hop, when all routers of its network speak OSPF and reach it directly; else the router itself (RFC 2328 section
     * 2.3; Cisco, Common Routing Problem with OSPF Forwarding Address).
     */
    private Optional<IpAddress> forwardingAddress(Route route) {
        return route.nextHop().filter(nextHop -> !nextHop.isLinkLocal() && isOnSharedNetwork(nextHop));
    }

    private boolean isOnSharedNetwork(IpAddress nextHop) {
        return context.areas().stream().flatMap(area -> area.ports().stream()).anyMatch(port -> port.isSpeaking()
                && port.networkType().hasDesignatedRouter() && port.address().prefix().contains(nextHop));
    }

    /** Packets to what is translated must find this router: by a loopback where there is one (RFC 3101 section 2.3). */
    private Optional<IpAddress> addressIn(Area area) {
        if (!context.behaviour().prefersLoopbacks()) {
            return area.ports().stream().filter(port -> port.isUp() && !port.isLoopback())
                    .findFirst().map(OspfPort::ownAddress);
        }
        return area.ports().stream().filter(OspfPort::isUp)
                .max(Comparator.comparing(OspfPort::isLoopback).thenComparing(OspfPort::ownAddress)).map(OspfPort::ownAddress);
    }

    /** Routes were calculated: a border router may have to translate other advertisements, or none any more. */
    void translate(CalculatedRoutes routes) {
        TreeMap<IpPrefix, ExternalDestination> now = new TreeMap<>();
        for (Area area : context.areas()) {
            if (area.isNotSoStubby() && context.isBorderRouter() && isTranslator(area, routes)) {
                for (DatabaseEntry entry : area.database().entries(LinkStateType.NSSA_EXTERNAL)) {
                    translate(area, entry, routes, now);
                }
            }
        }
        TreeSet<IpPrefix> changed = new TreeSet<>();
        for (IpPrefix prefix : translated.keySet()) {
            if (!translated.get(prefix).equals(now.get(prefix))) {
                changed.add(prefix);
            }
        }
        now.keySet().stream().filter(prefix -> !translated.containsKey(prefix)).forEach(changed::add);
        translated.clear();
        translated.putAll(now);
        changed.forEach(this::refresh);
    }

    /** Of the border routers of the area that are reached in it the one with the highest router ID (RFC 3101 section 3.1). */
    private boolean isTranslator(Area area, CalculatedRoutes routes) {
        return routes.routers().values().stream().flatMap(ways -> ways.stream())
                .filter(way -> way.area() == area.number() && !way.interArea() && way.border())
                .map(RouterPath::router).noneMatch(router -> router.compareTo(context.routerId()) > 0);
    }

    private void translate(Area area, DatabaseEntry entry, CalculatedRoutes routes,
            TreeMap<IpPrefix, ExternalDestination> now) {
        ExternalDestination external = context.version().reader().external(entry);
        IpPrefix prefix = external.prefix();
        OspfRoute route = routes.networks().get(prefix);
        boolean used = route != null && (route.type() == PathType.NSSA_1 || route.type() == PathType.NSSA_2)
                && route.area().getAsLong() == area.number();
        if (used && !entry.isMaxAge(context.nowNanos()) && external.propagated()
                && external.forwardingAddress().isPresent()
                && external.type2() == route.type().isType2() && external.metric() <= route.metric()) {
            now.putIfAbsent(prefix, external.translated());
        }
    }

    /** True while the router tells external routes, or might, as a border router of a not-so-stubby area. */
    boolean isBoundaryRouter() {
        return tellsDefault || !context.process().options().redistributions().isEmpty()
                || context.isBorderRouter() && context.areas().stream().anyMatch(Area::isNotSoStubby);
    }
}
