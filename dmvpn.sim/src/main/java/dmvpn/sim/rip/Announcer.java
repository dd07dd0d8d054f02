package dmvpn.sim.rip;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.rip.RipTraceEvent.Occasion;
import dmvpn.sim.rip.RipTraceEvent.PacketEvent;
import dmvpn.sim.rip.message.RipCommand;
import dmvpn.sim.rip.message.RipEntry;
import dmvpn.sim.rip.message.RipPacket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Tells neighbours: updates at their interval, triggered updates, and answers (RFC 2453 sections 3.9.1, 3.10.1 and 3.10.2). */
final class Announcer {

    /** RFC 2453 section 3.10.1 wants 1 to 5 s at random between triggered updates; the run has the shortest of them. */
    private static final long BETWEEN_TRIGGERED_NANOS = 1_000_000_000L;

    private static final int PERIODIC = 1;
    private static final int TRIGGERED = 2;

    private final RipContext context;
    private final RipDatabase database;
    private final EventHandler dueHandler = this::due;
    private final Collection<RipPort> ports;
    private final Set<IpPrefix> changed = new TreeSet<>();
    /** Interfaces whose neighbours are to be told everything. */
    private final Set<RipPort> startingPorts = new LinkedHashSet<>();
    private long periodicTimer = Scheduler.NO_TIMER;
    private long triggeredTimer = Scheduler.NO_TIMER;
    private long nextTriggeredNanos;

    Announcer(RipContext context, RipDatabase database, Collection<RipPort> ports) {
        this.context = context;
        this.database = database;
        this.ports = ports;
    }

    void start() {
        periodicTimer = context.scheduler().after(context.behaviour().updateNanos(), dueHandler, PERIODIC, null);
    }

    void stop() {
        context.scheduler().cancel(periodicTimer);
        context.scheduler().cancel(triggeredTimer);
    }

    /** A destination changed: neighbours learn it at the end of this instant, or when the pause after the last update is over. */
    void changed(IpPrefix prefix) {
        changed.add(prefix);
        triggerSoon();
    }

    /** An interface begins: neighbours are asked, and told everything. */
    void starts(RipPort port) {
        send(port, RipPacket.ALL_ROUTERS, RipPacket.UDP_PORT, RipPacket.wholeTableRequest(), Occasion.START);
        startingPorts.add(port);
        triggerSoon();
    }

    private void triggerSoon() {
        if (!context.scheduler().isPending(triggeredTimer)) {
            long pause = Math.max(0, nextTriggeredNanos - context.nowNanos());
            triggeredTimer = context.scheduler().after(pause, dueHandler, TRIGGERED, null);
        }
    }

    private void due(int kind, Object payload) {
        if (kind == PERIODIC) {
            ports.stream().filter(RipPort::isSending).forEach(port -> sendTable(port, Occasion.INTERVAL));
            start();
            return;
        }
        nextTriggeredNanos = context.nowNanos() + BETWEEN_TRIGGERED_NANOS;
        List<IpPrefix> prefixes = List.copyOf(changed);
        changed.clear();
        for (RipPort port : ports) {
            if (!port.isSending()) {
                continue;
            }
            if (startingPorts.remove(port)) {
                sendTable(port, Occasion.TRIGGERED);
            } else {
                respond(port, RipPacket.ALL_ROUTERS, RipPacket.UDP_PORT, changes(port, prefixes), Occasion.TRIGGERED);
            }
        }
        startingPorts.clear();
    }

    private void sendTable(RipPort port, Occasion occasion) {
        respond(port, RipPacket.ALL_ROUTERS, RipPacket.UDP_PORT, table(port), occasion);
    }

    /** Answers who asks: with the whole table as in updates, or with what is asked for as it is in the own table. */
    void answer(RipPort port, IpAddress asker, int askerPort, RipPacket request) {
        if (!port.isSending()) {
            return;
        }
        if (request.asksForWholeTable()) {
            respond(port, asker, askerPort, table(port), Occasion.ANSWER);
            return;
        }
        respond(port, asker, askerPort, request.routes().stream()
                .map(asked -> new RipEntry.Route(asked.destination(), asked.tag(), Ipv4Address.ANY, metricTo(asked.destination())))
                .toList(), Occasion.ANSWER);
    }

    private int metricTo(IpPrefix prefix) {
        RipRoute route = database.route(prefix);
        return route == null ? RipEntry.INFINITY : metricOf(route);
    }

    private void respond(RipPort port, IpAddress destination, int destinationPort, List<RipEntry.Route> routes, Occasion occasion) {
        for (int start = 0; start < routes.size(); start += RipPacket.MAXIMUM_ENTRIES) {
            int end = Math.min(start + RipPacket.MAXIMUM_ENTRIES, routes.size());
            send(port, destination, destinationPort,
                    new RipPacket(RipCommand.RESPONSE, List.copyOf(routes.subList(start, end))), occasion);
        }
    }

    private void send(RipPort port, IpAddress destination, int destinationPort, RipPacket packet, Occasion occasion) {
        context.record(new PacketEvent(true, occasion, port.name(), destination, packet));
        port.send(destination, destinationPort, packet);
    }

    /** Everything that neighbours on an interface are told. */
    private List<RipEntry.Route> table(RipPort port) {
        List<RipEntry.Route> entries = new ArrayList<>();
        for (RipRoute route : database.routes()) {
            entry(port, route).ifPresent(entries::add);
        }
        for (IpPrefix summary : port.settings().summaries()) {
            summaryEntry(port, summary).ifPresent(entries::add);
        }
        return entries;
    }

    private List<RipEntry.Route> changes(RipPort port, List<IpPrefix> prefixes) {
        List<RipEntry.Route> entries = new ArrayList<>();
        for (IpPrefix prefix : prefixes) {
            RipRoute route = database.route(prefix);
            if (route != null) {
                entry(port, route).ifPresent(entries::add);
            }
        }
        for (IpPrefix summary : port.settings().summaries()) {
            if (prefixes.stream().anyMatch(prefix -> RipPort.isComponent(summary, prefix))) {
                boolean before = port.announcedSummaries().contains(summary);
                Optional<RipEntry.Route> now = summaryEntry(port, summary);
                if (before != now.isPresent()) {
                    entries.add(now.orElse(new RipEntry.Route(summary, 0, Ipv4Address.ANY, RipEntry.INFINITY)));
                }
            }
        }
        return entries;
    }

    /** What neighbours on an interface are told of a route: summaries, split horizon and policies decide. */
    private Optional<RipEntry.Route> entry(RipPort port, RipRoute route) {
        boolean hidden = port.settings().splitHorizon() && route.isOf(port)
                && !(route.isUnreachable() && context.behaviour().poisonsBack());
        if (hidden || port.suppresses(route.prefix())) {
            return Optional.empty();
        }
        return context.policies().announce(new RipEntry.Route(route.prefix(), route.tag(), nextHop(port, route), metricOf(route)));
    }

    private int metricOf(RipRoute route) {
        if (route.isOwn() && route.kind() == RipRoute.Kind.REDISTRIBUTED) {
            return route.metric();
        }
        return route.isUnreachable() ? RipEntry.INFINITY
                : Math.min(route.metric() + context.behaviour().costOnSending(), RipEntry.INFINITY);
    }

    /** Neighbours of one network need no detour: they are told the next hop there (RFC 2453 section 4.4). */
    private static Ipv4Address nextHop(RipPort port, RipRoute route) {
        if (route.isUnreachable()) {
            return Ipv4Address.ANY;
        }
        if (route.kind() == RipRoute.Kind.REDISTRIBUTED) {
            return route.seeded().nextHop().filter(nextHop -> isNeighborOf(port, route.seeded(), nextHop)).orElse(Ipv4Address.ANY);
        }
        return route.paths().stream().filter(path -> path.port() == port)
                .map(RipPath::nextHop).findFirst().orElse(Ipv4Address.ANY);
    }

    private static boolean isNeighborOf(RipPort port, SeededRoute route, Ipv4Address nextHop) {
        return route.interfaceName().filter(port.name()::equals).isPresent()
                && port.connected().filter(network -> network.contains(nextHop)).isPresent();
    }

    /** A summary is there while one of its components is, with the metric of the best. */
    private Optional<RipEntry.Route> summaryEntry(RipPort port, IpPrefix summary) {
        OptionalInt metric = database.routes().stream()
                .filter(route -> !route.isUnreachable() && RipPort.isComponent(summary, route.prefix()))
                .mapToInt(this::metricOf).min();
        Optional<RipEntry.Route> entry = metric.isEmpty() ? Optional.empty()
                : context.policies().announce(new RipEntry.Route(summary, 0, Ipv4Address.ANY, metric.getAsInt()));
        if (entry.isPresent()) {
            port.announcedSummaries().add(summary);
        } else {
            port.announcedSummaries().remove(summary);
        }
        return entry;
    }
}
