package dmvpn.sim.eigrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.routing.EigrpStub;
import dmvpn.sim.eigrp.message.EigrpFlags;
import dmvpn.sim.eigrp.message.EigrpOpcode;
import dmvpn.sim.eigrp.message.EigrpTlv;
import dmvpn.sim.eigrp.message.ExternalProtocol;
import dmvpn.sim.eigrp.message.VectorMetric;
import dmvpn.sim.eigrp.message.WideMetric;
import dmvpn.sim.kernel.Scheduler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells neighbours: collects what changed within one instant and sends it in as few packets as possible. What an interface
 * announces is computed once, however many neighbours it has.
 */
final class Announcer {

    private final EigrpContext context;
    private final Dual dual;
    private final Collection<EigrpPort> ports;
    private final Set<IpPrefix> changed = new LinkedHashSet<>();
    private final Map<EigrpNeighbor, Set<IpPrefix>> queries = new LinkedHashMap<>();
    private final Map<EigrpNeighbor, Set<IpPrefix>> replies = new LinkedHashMap<>();
    private long timer = Scheduler.NO_TIMER;

    Announcer(EigrpContext context, Dual dual, Collection<EigrpPort> ports) {
        this.context = context;
        this.dual = dual;
        this.ports = ports;
    }

    /** A destination changed: neighbours learn it at the end of this instant. */
    void changed(IpPrefix prefix) {
        changed.add(prefix);
        sendSoon();
    }

    /** Asks a neighbour about a destination at the end of this instant. */
    void query(EigrpNeighbor neighbor, TopologyEntry entry) {
        queries.computeIfAbsent(neighbor, key -> new LinkedHashSet<>()).add(entry.prefix());
        sendSoon();
    }

    /** Answers a neighbour about a destination at the end of this instant. */
    void reply(EigrpNeighbor neighbor, TopologyEntry entry) {
        replies.computeIfAbsent(neighbor, key -> new LinkedHashSet<>()).add(entry.prefix());
        sendSoon();
    }

    /** Tells a new neighbour everything; what is pending for all follows with the rest. */
    void sendAll(EigrpNeighbor neighbor) {
        List<EigrpTlv.Route> all = understood(neighbor, List.copyOf(neighbor.port().announced().values()));
        int start = 0;
        do {
            int end = start + neighbor.port().fitting(all, start);
            neighbor.sender().send(EigrpOpcode.UPDATE,
                    end == all.size() ? EigrpFlags.END_OF_TABLE : EigrpFlags.NONE, List.copyOf(all.subList(start, end)));
            start = end;
        } while (start < all.size());
    }

    private void sendSoon() {
        if (!context.scheduler().isPending(timer)) {
            timer = context.scheduler().after(0, this::sendCollected, 0, null);
        }
    }

    private void sendCollected(int kind, Object payload) {
        List<IpPrefix> prefixes = List.copyOf(changed);
        changed.clear();
        for (EigrpPort port : ports) {
            List<EigrpTlv.Route> update = changes(port, prefixes);
            if (!update.isEmpty()) {
                for (EigrpNeighbor neighbor : port.neighbors().values()) {
                    if (neighbor.isUp()) {
                        send(neighbor, EigrpOpcode.UPDATE, withoutQueried(neighbor, update));
                    }
                }
            }
        }
        sendTo(queries, EigrpOpcode.QUERY);
        sendTo(replies, EigrpOpcode.REPLY);
    }

    /** A query tells the state of the route, too. */
    private List<EigrpTlv.Route> withoutQueried(EigrpNeighbor neighbor, List<EigrpTlv.Route> update) {
        Set<IpPrefix> queried = queries.get(neighbor);
        return queried == null
                ? update
                : update.stream().filter(route -> !queried.contains(route.destination())).toList();
    }

    private void sendTo(Map<EigrpNeighbor, Set<IpPrefix>> destinations, EigrpOpcode opcode) {
        destinations.forEach((neighbor, prefixes) -> {
            if (neighbor.isUp()) {
                send(neighbor, opcode, prefixes.stream().map(prefix -> state(neighbor.port(), prefix)).toList());
            }
        });
        destinations.clear();
    }

    private void send(EigrpNeighbor neighbor, EigrpOpcode opcode, List<EigrpTlv.Route> announced) {
        List<EigrpTlv.Route> routes = understood(neighbor, announced);
        int start = 0;
        while (start < routes.size()) {
            int end = start + neighbor.port().fitting(routes, start);
            neighbor.sender().send(opcode, EigrpFlags.NONE, List.copyOf(routes.subList(start, end)));
            start = end;
        }
    }

    /** A neighbour that does not know wide metrics is told of routes with classic ones. */
    private List<EigrpTlv.Route> understood(EigrpNeighbor neighbor, List<EigrpTlv.Route> routes) {
        return !context.hasWideMetrics() || neighbor.knowsWideMetrics() ? routes
                : routes.stream().map(route -> route.withMetric(route.metric().toClassic())).toList();
    }

    /** Brings what a port announces up to date; what it announced and no longer does is announced as unreachable. */
    private List<EigrpTlv.Route> changes(EigrpPort port, List<IpPrefix> prefixes) {
        List<EigrpTlv.Route> update = new ArrayList<>();
        for (IpPrefix prefix : prefixes) {
            EigrpTlv.Route before = port.announced().get(prefix);
            Optional<EigrpTlv.Route> now = announcement(port, dual.entry(prefix));
            if (now.isPresent() && !now.get().equals(before)) {
                port.announced().put(prefix, now.get());
                update.add(now.get());
            } else if (now.isEmpty() && before != null) {
                port.announced().remove(prefix);
                update.add(before.unreachable());
            }
        }
        return update;
    }

    /** What a port announces of a destination: stub, summary, split horizon and policies decide, in this order. */
    private Optional<EigrpTlv.Route> announcement(EigrpPort port, TopologyEntry entry) {
        Path best = entry == null ? null : entry.best();
        if (best == null || !mayLeaveStub(best)) {
            return Optional.empty();
        }
        if (best.kind() == Path.Kind.SUMMARY) {
            return port.announcesSummary(entry.prefix()) ? context.policies().announce(route(port, entry, best)) : Optional.empty();
        }
        if (port.suppresses(entry.prefix()) || port.settings().splitHorizon() && best.port() == port) {
            return Optional.empty();
        }
        return context.policies().announce(route(port, entry, best));
    }

    /** A stub announces nothing that it learned (RFC 7868, stub routing). */
    private boolean mayLeaveStub(Path best) {
        Optional<EigrpStub> stub = context.process().stub();
        if (stub.isEmpty()) {
            return true;
        }
        return switch (best.kind()) {
            case CONNECTED -> stub.get().connected();
            case SUMMARY -> stub.get().summary();
            // "connected" is also what is redistributed of them (Cisco, eigrp stub).
            case REDISTRIBUTED -> stub.get().connected()
                    && best.exterior().get().externalProtocol() == ExternalProtocol.CONNECTED.number();
            case LEARNED -> false;
        };
    }

    /** The next hop is this router, unless it was told not to put itself between neighbours of one interface. */
    private EigrpTlv.Route route(EigrpPort port, TopologyEntry entry, Path best) {
        boolean thirdParty = !port.settings().nextHopSelf() && best.port() == port && best.nextHop() != null;
        IpAddress nextHop = thirdParty ? best.nextHop() : port.family().unspecified();
        return EigrpTlv.Route.of(nextHop, best.exterior(), best.internalTag(),
                best.kind() == Path.Kind.LEARNED ? best.metric() : fromHere(best.metric()), entry.prefix());
    }

    /** What a query or reply says: the route as announced at the end of the instant, or unreachable. */
    private EigrpTlv.Route state(EigrpPort port, IpPrefix prefix) {
        EigrpTlv.Route announced = port.announced().get(prefix);
        return announced != null ? announced
                : new EigrpTlv.InternalRoute(context.family().unspecified(), unreachable(port), prefix);
    }

    private VectorMetric unreachable(EigrpPort port) {
        return fromHere(context.ofInterface(port.routerInterface()).unreachable());
    }

    /** Wide metrics tell which router a route is from. */
    private VectorMetric fromHere(VectorMetric metric) {
        return metric instanceof WideMetric wide ? wide.from(context.routerId()) : metric;
    }

    void stop() {
        context.scheduler().cancel(timer);
    }
}
