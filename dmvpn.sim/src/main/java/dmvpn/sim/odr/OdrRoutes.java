package dmvpn.sim.odr;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.routing.OnDemandRouting;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.odr.OdrTraceEvent.RouteChanged;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * What stubs told a hub, and its timers. A route that nobody renews is invalid after 270 s and held down: packets still take it, and
 * other stubs are not believed for 280 s. It is forgotten after 630 s (Cisco, {@code timers basic} of {@code router odr}).
 */
final class OdrRoutes implements EventHandler {

    private static final long INVALID_NANOS = TimeUnit.SECONDS.toNanos(270);
    private static final long HOLD_DOWN_NANOS = TimeUnit.SECONDS.toNanos(280);
    private static final long FLUSH_NANOS = TimeUnit.SECONDS.toNanos(630);
    private static final int INVALID = 0;
    private static final int FLUSH = 1;

    private final RouterContext router;
    private final OnDemandRouting process;
    private final Map<IpPrefix, Map<IpAddress, OdrPath>> paths = new TreeMap<>();

    OdrRoutes(RouterContext router, OnDemandRouting process) {
        this.router = router;
        this.process = process;
    }

    /** A stub tells a network. */
    void heard(IpPrefix prefix, IpAddress stub, String interfaceName) {
        Map<IpAddress, OdrPath> ways = paths.get(prefix);
        OdrPath path = ways == null ? null : ways.get(stub);
        boolean wasValid = path != null && path.isValid();
        if (path == null) {
            if (ways != null && isHeldDown(ways)) {
                record("route not believed", new OdrPath(prefix, stub, interfaceName), "the destination is held down");
                return;
            }
            path = new OdrPath(prefix, stub, interfaceName);
            paths.computeIfAbsent(prefix, absent -> new LinkedHashMap<>()).put(stub, path);
        }
        path.heard(router.scheduler().nowNanos());
        router.scheduler().cancel(path.timer());
        path.setTimer(router.scheduler().after(INVALID_NANOS, this, INVALID, path));
        if (!wasValid) {
            record("route learned", path, "");
            dropInvalidBeside(path);
            if (paths.get(prefix).size() <= OdrProtocol.EQUAL_ROUTES) {
                install(prefix);
            }
        }
    }

    private boolean isHeldDown(Map<IpAddress, OdrPath> ways) {
        long now = router.scheduler().nowNanos();
        return ways.values().stream().noneMatch(OdrPath::isValid) && ways.values().stream()
                .anyMatch(way -> now < way.heardAtNanos() + INVALID_NANOS + HOLD_DOWN_NANOS);
    }

    /** A way that is invalid was the only one until now, and so is the first one. */
    private void dropInvalidBeside(OdrPath valid) {
        OdrPath first = paths.get(valid.prefix()).values().iterator().next();
        if (!first.isValid()) {
            forget(first, "another stub tells it");
        }
    }

    @Override
    public void handle(int kind, Object payload) {
        OdrPath path = (OdrPath) payload;
        if (kind == FLUSH) {
            forget(path, "flush timer expired");
            install(path.prefix());
            return;
        }
        path.setInvalid();
        if (paths.get(path.prefix()).values().stream().anyMatch(OdrPath::isValid)) {
            forget(path, "invalid timer expired");
        } else {
            record("route possibly down", path, "invalid timer expired");
            path.setTimer(router.scheduler().after(FLUSH_NANOS - INVALID_NANOS, this, FLUSH, path));
        }
        install(path.prefix());
    }

    /** An interface went down: nothing by it is believed any more. */
    void forgetThrough(String interfaceName) {
        Set<IpPrefix> changed = new TreeSet<>();
        for (OdrPath path : all()) {
            if (path.interfaceName().equals(interfaceName)) {
                forget(path, "the interface is down");
                changed.add(path.prefix());
            }
        }
        changed.forEach(this::install);
    }

    private void forget(OdrPath path, String reason) {
        router.scheduler().cancel(path.timer());
        Map<IpAddress, OdrPath> ways = paths.get(path.prefix());
        ways.remove(path.nextHop());
        if (ways.isEmpty()) {
            paths.remove(path.prefix());
        }
        record("route forgotten", path, reason);
    }

    private void install(IpPrefix prefix) {
        List<Route> routes = paths.getOrDefault(prefix, Map.of()).values().stream().limit(OdrProtocol.EQUAL_ROUTES)
                .map(path -> OdrProtocol.route(router, process, prefix, path.nextHop(), path.interfaceName(), path.isValid())).toList();
        router.routes(process.vrf()).replace(prefix, RouteSource.ODR, routes);
    }

    private void record(String change, OdrPath path, String reason) {
        router.record(new RouteChanged(change, path.prefix(), path.nextHop(), path.interfaceName(), reason), process.origin());
    }

    void stop() {
        all().forEach(path -> router.scheduler().cancel(path.timer()));
    }

    /** All ways, by destination. */
    List<OdrPath> all() {
        List<OdrPath> all = new ArrayList<>();
        paths.values().forEach(ways -> all.addAll(ways.values()));
        return all;
    }
}
