package dmvpn.sim.rip;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.rip.RipTraceEvent.RouteChanged;
import dmvpn.sim.rip.message.RipEntry;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The routes that RIP knows and their timers (RFC 2453 sections 3.8 and 3.9.2). Only the best ways to a destination are kept: one
 * that is worse is heard of again with the next update.
 */
final class RipDatabase {

    private static final int INVALID = 1;
    private static final int REMOVAL = 2;

    private final RipContext context;
    private final RouteInstaller installer;
    private final Consumer<IpPrefix> changed;
    /** One for all timers, of which there are as many as routes. */
    private final EventHandler expiry = this::expired;
    private final TreeMap<IpPrefix, RipRoute> routes = new TreeMap<>();

    /** @param changed told of each destination whose announcement may be another now */
    RipDatabase(RipContext context, Consumer<IpPrefix> changed) {
        this.context = context;
        this.installer = new RouteInstaller(context);
        this.changed = changed;
    }

    /** Routes in the order of prefixes. */
    Collection<RipRoute> routes() {
        return routes.values();
    }

    /** The route to exactly that prefix; null when there is none. */
    RipRoute route(IpPrefix prefix) {
        return routes.get(prefix);
    }

    /** A network of an interface: what neighbours say of it does not count from now on. */
    void connected(IpPrefix prefix, RipPort port) {
        own(prefix, RipRoute.Kind.CONNECTED, port);
    }

    /** The router announces a default route. */
    void originateDefault() {
        own(IpPrefix.IPV4_DEFAULT, RipRoute.Kind.DEFAULT, null);
    }

    /** A route of another owner is to be announced, or another one than before. What RIP has itself comes first. */
    void redistributed(IpPrefix prefix, SeededRoute seeded) {
        RipRoute route = routes.computeIfAbsent(prefix, RipRoute::new);
        if (route.isOwn() && route.kind() != RipRoute.Kind.REDISTRIBUTED || seeded.equals(route.seeded())) {
            return;
        }
        context.scheduler().cancel(route.removalTimer());
        clearPaths(route);
        route.becomeRedistributed(seeded);
        context.record(new RouteChanged("route redistributed", prefix, seeded.nextHop().orElse(null),
                seeded.interfaceName().orElse(null), seeded.metric(), "from " + seeded.owner()));
        installer.changed(route, false);
        changed.accept(prefix);
    }

    /** A route of another owner is not to be announced any more. */
    void noLongerRedistributed(IpPrefix prefix) {
        RipRoute route = routes.get(prefix);
        if (route != null && route.isOwn() && route.kind() == RipRoute.Kind.REDISTRIBUTED) {
            unreachable(route, null, "not redistributed any more", context.behaviour().garbageNanos(), false);
        }
    }

    private void own(IpPrefix prefix, RipRoute.Kind kind, RipPort port) {
        RipRoute route = routes.computeIfAbsent(prefix, RipRoute::new);
        if (route.isOwn() && route.kind() != RipRoute.Kind.REDISTRIBUTED) {
            return;
        }
        context.scheduler().cancel(route.removalTimer());
        clearPaths(route);
        route.becomeOwn(kind, port, context.behaviour().costOnReceipt());
        installer.changed(route, false);
        changed.accept(prefix);
    }

    private void clearPaths(RipRoute route) {
        route.paths().forEach(path -> context.scheduler().cancel(path.timer()));
        route.paths().clear();
    }

    /** An interface went: so do its network and the ways over it. Its neighbours are not to be waited for. */
    void portDown(RipPort port) {
        for (RipRoute route : List.copyOf(routes.values())) {
            if (route.isUnreachable()) {
                if (route.isOf(port)) {
                    route.endHoldDown();
                    installer.changed(route, false);
                }
            } else if (route.connectedPort() == port) {
                unreachable(route, null, "interface down", context.behaviour().garbageNanos(), false);
            } else if (route.isOf(port)) {
                List<RipPath> gone = route.paths().stream().filter(path -> path.port() == port).toList();
                // All but one go unnoticed, so that none of them comes into use once more.
                gone.subList(1, gone.size()).forEach(path -> take(route, path));
                remove(route, gone.getFirst(), "interface down", false);
            }
        }
    }

    /** True when an entry of a neighbour's update changes something here. */
    boolean isNews(RipPort port, IpAddress from, RipEntry.Route entry) {
        RipRoute route = routes.get(entry.destination());
        int metric = metricOf(entry);
        if (route == null || route.isUnreachable()) {
            return metric < RipEntry.INFINITY;
        }
        if (route.isOwn()) {
            return metric < RipEntry.INFINITY && isSecondToNeighbors(route);
        }
        RipPath known = route.pathFrom(port, from);
        return known == null ? metric < route.metric() || metric == route.metric() && hasRoom(route)
                : metric != route.metric() || entry.tag() != route.tag() || !known.nextHop().equals(nextHop(port, from, entry));
    }

    /** What another owner has with a worse distance than RIP's gives way to what neighbours say. */
    private boolean isSecondToNeighbors(RipRoute route) {
        return route.kind() == RipRoute.Kind.REDISTRIBUTED && route.seeded().distance() > installer.distance();
    }

    private boolean hasRoom(RipRoute route) {
        return route.paths().size() < context.behaviour().maximumPaths();
    }

    /** Metric of a destination over the neighbour that says so (RFC 2453 section 3.9.2). */
    private int metricOf(RipEntry.Route entry) {
        return (int) Math.min(entry.metric() + context.behaviour().costOnReceipt(), RipEntry.INFINITY);
    }

    /** A next hop that is no neighbour on the interface's network counts as the sender (RFC 2453 section 4.4). */
    private static Ipv4Address nextHop(RipPort port, IpAddress from, RipEntry.Route entry) {
        boolean usable = !entry.nextHop().equals(Ipv4Address.ANY)
                && port.connected().filter(network -> network.contains(entry.nextHop())).isPresent();
        return usable ? entry.nextHop() : (Ipv4Address) from;
    }

    /** A neighbour told a route. */
    void learn(RipPort port, IpAddress from, RipEntry.Route entry) {
        RipRoute route = routes.get(entry.destination());
        int metric = metricOf(entry);
        if (route != null && route.isOwn() && !isSecondToNeighbors(route)) {
            return;
        }
        Ipv4Address nextHop = nextHop(port, from, entry);
        if (route == null || route.isOwn() || route.isUnreachable()) {
            learnAnew(route, port, from, entry, metric, nextHop);
            return;
        }
        RipPath known = route.pathFrom(port, from);
        if (known != null) {
            update(route, known, entry, metric, nextHop);
        } else if (metric < route.metric()) {
            replaceAll(route, port, from, entry, metric, nextHop, "a better way");
        } else if (metric == route.metric() && metric < RipEntry.INFINITY && hasRoom(route)) {
            add(route, port, from, nextHop);
            report("route learned", route, route.paths().getLast(), metric, "an equal way");
            installer.changed(route, false);
        }
    }

    private void learnAnew(RipRoute present, RipPort port, IpAddress from, RipEntry.Route entry, int metric, Ipv4Address nextHop) {
        if (metric >= RipEntry.INFINITY) {
            return;
        }
        RipRoute route = present == null ? routes.computeIfAbsent(entry.destination(), RipRoute::new) : present;
        if (route.isHeldDown(context.nowNanos()) && !route.lost().isFrom(port, from)) {
            context.record(new RouteChanged("route not believed", route.prefix(), nextHop, port.name(), metric, "hold-down"));
            return;
        }
        context.scheduler().cancel(route.removalTimer());
        replaceAll(route, port, from, entry, metric, nextHop, present == null ? "a new destination"
                : route.isOwn() ? "better than that of another owner" : "reachable again");
    }

    private void replaceAll(RipRoute route, RipPort port, IpAddress from, RipEntry.Route entry, int metric, Ipv4Address nextHop,
            String reason) {
        clearPaths(route);
        route.becomeLearned(metric, entry.tag());
        add(route, port, from, nextHop);
        report("route learned", route, route.paths().getFirst(), metric, reason);
        installer.changed(route, false);
        changed.accept(route.prefix());
    }

    private void add(RipRoute route, RipPort port, IpAddress from, Ipv4Address nextHop) {
        RipPath path = new RipPath(route.prefix(), port, from, nextHop, context.nowNanos());
        path.setTimer(context.scheduler().after(context.behaviour().invalidNanos(), expiry, INVALID, path));
        route.paths().add(path);
    }

    /** The neighbour that told a way says something of it again: it is believed, whatever it says. */
    private void update(RipRoute route, RipPath path, RipEntry.Route entry, int metric, Ipv4Address nextHop) {
        if (metric >= RipEntry.INFINITY) {
            remove(route, path, "its next hop says so", true);
            return;
        }
        path.heard(context.nowNanos());
        if (metric > route.metric() && route.paths().size() > 1) {
            remove(route, path, "worse than the others now", false);
            return;
        }
        boolean sameWay = nextHop.equals(path.nextHop());
        if (metric == route.metric() && entry.tag() == route.tag() && sameWay) {
            return;
        }
        if (metric == route.metric() && entry.tag() == route.tag()) {
            path.setNextHop(nextHop);
            report("route changed", route, path, metric, "another next hop");
        } else {
            String reason = metric != route.metric() ? "another metric" : "another tag";
            route.paths().stream().filter(other -> other != path && metric < route.metric())
                    .forEach(other -> context.scheduler().cancel(other.timer()));
            if (metric < route.metric()) {
                route.paths().removeIf(other -> other != path);
            }
            path.setNextHop(nextHop);
            route.becomeLearned(metric, entry.tag());
            report("route changed", route, path, metric, reason);
        }
        installer.changed(route, false);
        changed.accept(route.prefix());
    }

    private void take(RipRoute route, RipPath path) {
        context.scheduler().cancel(path.timer());
        route.paths().remove(path);
    }

    private void remove(RipRoute route, RipPath path, String reason, boolean mayBeHeldDown) {
        take(route, path);
        if (route.paths().isEmpty()) {
            RipBehaviour behaviour = context.behaviour();
            boolean heldDown = mayBeHeldDown && behaviour.holdsDown();
            long removalNanos = heldDown
                    ? path.heardAtNanos() + behaviour.flushNanos() - context.nowNanos() : behaviour.garbageNanos();
            unreachable(route, path, reason, removalNanos, heldDown);
        } else {
            report("way lost", route, path, route.metric(), reason);
            installer.changed(route, false);
            changed.accept(route.prefix());
        }
    }

    private void unreachable(RipRoute route, RipPath last, String reason, long removalNanos, boolean heldDown) {
        route.becomeUnreachable(last, heldDown ? context.nowNanos() + context.behaviour().holdDownNanos() : 0);
        report("route unreachable", route, last, RipEntry.INFINITY, reason);
        route.setRemovalTimer(context.scheduler().after(Math.max(0, removalNanos), expiry, REMOVAL, route));
        installer.changed(route, heldDown);
        changed.accept(route.prefix());
    }

    /** A timer expired. That of a way is not moved with each update: it looks when the way was heard of last. */
    private void expired(int kind, Object payload) {
        if (kind == REMOVAL) {
            RipRoute route = (RipRoute) payload;
            routes.remove(route.prefix());
            installer.changed(route, false);
            report("route forgotten", route, route.lost(), RipEntry.INFINITY, "flush timer");
            changed.accept(route.prefix());
            return;
        }
        RipPath path = (RipPath) payload;
        long due = path.heardAtNanos() + context.behaviour().invalidNanos();
        if (due > context.nowNanos()) {
            path.setTimer(context.scheduler().after(due - context.nowNanos(), expiry, INVALID, path));
        } else {
            remove(routes.get(path.prefix()), path, "invalid timer: no update in time", true);
        }
    }

    private void report(String change, RipRoute route, RipPath path, int metric, String reason) {
        context.record(new RouteChanged(change, route.prefix(), path == null ? null : path.nextHop(),
                path == null ? null : path.port().name(), metric, reason));
    }

    void stop() {
        for (RipRoute route : routes.values()) {
            context.scheduler().cancel(route.removalTimer());
            route.paths().forEach(path -> context.scheduler().cancel(path.timer()));
        }
    }
}
