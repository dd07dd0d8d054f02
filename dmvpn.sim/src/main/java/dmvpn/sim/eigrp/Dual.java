package dmvpn.sim.eigrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.eigrp.EigrpTraceEvent.RouteEvent;
import dmvpn.sim.eigrp.message.EigrpTlv;
import dmvpn.sim.kernel.Scheduler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The diffusing update algorithm (RFC 7868 section 3): keeps a loop-free successor for each destination. A path is used
 * when its neighbour reports less than the feasible distance; when none does, the destination becomes active and the
 * neighbours are asked.
 */
final class Dual {

    /** A route that stays active longer costs the silent neighbours their adjacency (Cisco IOS: timers active-time 3). */
    private static final long ACTIVE_NANOS = 180_000_000_000L;

    private static final Comparator<Path> NEAREST_FIRST =
            Comparator.comparingInt(Path::preference).thenComparingLong(Path::distance);

    /** What DUAL causes elsewhere. */
    interface Outcome {

        /** The paths in use of a destination changed: the routing table and neighbours must learn it. */
        void changed(TopologyEntry entry);

        /** Up neighbours that may know another way. */
        Collection<EigrpNeighbor> neighborsToAsk();

        /** Asks a neighbour. */
        void query(EigrpNeighbor neighbor, TopologyEntry entry);

        /** Answers a neighbour. */
        void reply(EigrpNeighbor neighbor, TopologyEntry entry);

        /** A neighbour did not reply in time. */
        void stuckInActive(EigrpNeighbor neighbor);
    }

    private final EigrpContext context;
    private final Outcome outcome;
    private final TreeMap<IpPrefix, TopologyEntry> entries = new TreeMap<>();

    Dual(EigrpContext context, Outcome outcome) {
        this.context = context;
        this.outcome = outcome;
    }

    /** All destinations in the order of their prefixes. */
    Collection<TopologyEntry> entries() {
        return entries.values();
    }

    /** The entry of a destination; null when nothing is known of it. */
    TopologyEntry entry(IpPrefix prefix) {
        return entries.get(prefix);
    }

    /** An own network came or changed; null when it went. */
    void connected(IpPrefix prefix, Path path) {
        TopologyEntry entry = entryFor(prefix);
        entry.setConnected(path);
        recompute(entry, null, null, path == null ? "the network is no longer connected" : "connected network");
    }

    /** An own summary came or changed; null when its last component went. */
    void summary(IpPrefix prefix, Path path) {
        TopologyEntry entry = entryFor(prefix);
        entry.setSummary(path);
        recompute(entry, null, null, path == null ? "the last component of the summary is gone" : "own summary");
    }

    /** A route of another owner came or changed; null when it is not announced any more. */
    void redistributed(IpPrefix prefix, Path path, String reason) {
        TopologyEntry entry = entryFor(prefix);
        entry.setRedistributed(path);
        recompute(entry, null, null, reason);
    }

    /** A neighbour told a route in an update. */
    void update(EigrpNeighbor neighbor, EigrpTlv.Route route) {
        TopologyEntry entry = store(neighbor, route);
        if (entry != null) {
            recompute(entry, neighbor, null, route.metric().isUnreachable()
                    ? "the neighbor withdrew it" : "update of the neighbor");
        }
    }

    /** A neighbour asks: its own route is lost or worse (RFC 7868 section 3). */
    void query(EigrpNeighbor neighbor, EigrpTlv.Route route) {
        TopologyEntry entry = entryFor(route.destination());
        store(neighbor, route);
        if (entry.isActive()) {
            use(entry, survivors(entry), "query of the neighbor");
            answerWhileActive(neighbor, entry);
            return;
        }
        boolean stillPassive = recompute(entry, neighbor, neighbor, "query of the neighbor");
        if (stillPassive) {
            outcome.reply(neighbor, entry);
            discardIfEmpty(entry);
        }
    }

    /** A query that crosses an own one is answered with what is known; the successor's waits for the outcome. */
    private void answerWhileActive(EigrpNeighbor neighbor, TopologyEntry entry) {
        boolean fromSuccessor = entry.best() != null && entry.best().neighbor() == neighbor;
        if (fromSuccessor && entry.owedReply() == null) {
            entry.setOwedReply(neighbor);
        } else {
            outcome.reply(neighbor, entry);
        }
    }

    /** A neighbour answered. */
    void reply(EigrpNeighbor neighbor, EigrpTlv.Route route) {
        TopologyEntry entry = store(neighbor, route);
        if (entry != null && entry.isActive()) {
            neighbor.answered(entry);
            entry.awaitedReplies().remove(neighbor);
            completeIfAnswered(entry);
        } else if (entry != null) {
            recompute(entry, neighbor, null, "reply of the neighbor");
        }
    }

    /** A neighbour is gone, and with it all that it told. */
    void neighborDown(EigrpNeighbor neighbor) {
        for (IpPrefix prefix : neighbor.takeReported()) {
            TopologyEntry entry = entries.get(prefix);
            if (entry != null) {
                entry.forget(neighbor);
                recompute(entry, neighbor, null, "the neighbor is down");
            }
        }
        for (TopologyEntry entry : neighbor.takeAsked()) {
            if (entry.isActive()) {
                if (entry.owedReply() == neighbor) {
                    entry.setOwedReply(null);
                }
                entry.awaitedReplies().remove(neighbor);
                completeIfAnswered(entry);
            }
        }
    }

    /** The metric of an interface changed, and with it that of every path through it. */
    void metricChanged(EigrpPort port) {
        for (TopologyEntry entry : List.copyOf(entries.values())) {
            if (entry.measureAnew(port)) {
                recompute(entry, null, null, "the metric of the interface changed");
            }
        }
    }

    /** Cancels all timers. */
    void stop() {
        for (TopologyEntry entry : entries.values()) {
            context.scheduler().cancel(entry.activeTimer());
        }
    }

    private TopologyEntry entryFor(IpPrefix prefix) {
        return entries.computeIfAbsent(prefix, added -> new TopologyEntry(added, context.infinity()));
    }

    /** Stores what a neighbour reports; returns null when there is nothing to compute. */
    private TopologyEntry store(EigrpNeighbor neighbor, EigrpTlv.Route route) {
        TopologyEntry entry = entries.get(route.destination());
        boolean unreachable = route.metric().isUnreachable();
        if (entry == null) {
            if (unreachable) {
                return null;
            }
            entry = entryFor(route.destination());
        }
        IpAddress nextHop = route.nextHop().isUnspecified() ? neighbor.address() : route.nextHop();
        entry.setLearned(neighbor, Path.learned(neighbor, nextHop, route));
        neighbor.reported(route.destination(), !unreachable);
        return entry;
    }

    /**
     * Computes the successors of a passive destination.
     *
     * @param cause neighbour that caused it, null for none; it knows already and is not asked
     * @param origin neighbour whose query must be answered when the destination becomes active
     * @return false when the destination became active and waits for replies
     */
    private boolean recompute(TopologyEntry entry, EigrpNeighbor cause, EigrpNeighbor origin, String reason) {
        if (entry.isActive()) {
            use(entry, survivors(entry), reason);
            return false;
        }
        List<Path> feasible = feasible(nearest(entry), entry);
        boolean nothingToLose = entry.successors().isEmpty() && feasible.isEmpty();
        if (nothingToLose) {
            discardUnlessOwed(entry, origin);
            return true;
        }
        if (feasible.isEmpty()) {
            return activate(entry, cause, origin, reason);
        }
        entry.lowerFeasibleDistance(feasible.get(0));
        use(entry, feasible, reason);
        return true;
    }

    /** The paths of the most preferred class with the least distance, feasible or not. */
    private static List<Path> nearest(TopologyEntry entry) {
        List<Path> nearest = new ArrayList<>(1);
        for (Path path : entry.paths()) {
            if (!path.isReachable()) {
                continue;
            }
            int order = nearest.isEmpty() ? -1 : NEAREST_FIRST.compare(path, nearest.get(0));
            if (order < 0) {
                nearest.clear();
            }
            if (order <= 0) {
                nearest.add(path);
            }
        }
        return nearest;
    }

    /**
     * Those of the nearest paths that meet the feasibility condition. A feasible path that is not among the nearest does
     * not count: the source node condition asks for both (Garcia-Luna-Aceves, "Loop-Free Routing Using Diffusing
     * Computations"), and only so do routes settle on the shortest path.
     */
    private static List<Path> feasible(List<Path> nearest, TopologyEntry entry) {
        return nearest.stream().filter(entry::isFeasible).toList();
    }

    private boolean activate(TopologyEntry entry, EigrpNeighbor cause, EigrpNeighbor origin, String reason) {
        Set<EigrpNeighbor> asked = new LinkedHashSet<>();
        for (EigrpNeighbor neighbor : outcome.neighborsToAsk()) {
            if (neighbor != cause && neighbor != origin) {
                asked.add(neighbor);
            }
        }
        if (asked.isEmpty()) {
            finish(entry, reason);
            return true;
        }
        long timer = context.scheduler().after(ACTIVE_NANOS, this::activeTooLong, 0, entry);
        entry.activate(asked, origin, timer);
        record("route active", entry, reason);
        use(entry, survivors(entry), reason);
        for (EigrpNeighbor neighbor : asked) {
            neighbor.asked(entry);
            outcome.query(neighbor, entry);
        }
        if (origin != null) {
            origin.asked(entry);
        }
        return false;
    }

    /** While active the successor stays the same with the metric that it has now, unless it is gone (RFC 7868 section 3). */
    private static List<Path> survivors(TopologyEntry entry) {
        List<Path> successors = entry.successors();
        return entry.paths().stream()
                .filter(path -> successors.stream().anyMatch(successor -> path.neighbor() == successor.neighbor()
                        && path.kind() == successor.kind()))
                .toList();
    }

    private void completeIfAnswered(TopologyEntry entry) {
        if (!entry.awaitedReplies().isEmpty()) {
            return;
        }
        context.scheduler().cancel(entry.activeTimer());
        EigrpNeighbor origin = entry.passivate();
        record("route passive", entry, "all neighbors replied");
        finish(entry, "all neighbors replied");
        if (origin != null) {
            origin.answered(entry);
            outcome.reply(origin, entry);
        }
        discardIfEmpty(entry);
    }

    /** Nobody is left to ask: any path may be taken, and distances start anew. */
    private void finish(TopologyEntry entry, String reason) {
        entry.forgetFeasibleDistance();
        List<Path> nearest = nearest(entry);
        if (!nearest.isEmpty()) {
            entry.lowerFeasibleDistance(nearest.get(0));
        }
        use(entry, nearest, reason);
    }

    private void use(TopologyEntry entry, List<Path> paths, String reason) {
        List<Path> before = entry.successors();
        entry.setSuccessors(paths);
        if (!saySame(before, paths)) {
            record(paths.isEmpty() ? "route lost" : before.isEmpty() ? "route found" : "route changed", entry, reason);
            outcome.changed(entry);
        }
        discardIfEmpty(entry);
    }

    private static boolean saySame(List<Path> before, List<Path> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int index = 0; index < before.size(); index++) {
            if (!before.get(index).saysTheSameAs(after.get(index))) {
                return false;
            }
        }
        return true;
    }

    private void discardUnlessOwed(TopologyEntry entry, EigrpNeighbor origin) {
        if (origin == null) {
            discardIfEmpty(entry);
        }
    }

    private void discardIfEmpty(TopologyEntry entry) {
        if (entry.isEmpty() && !entry.isActive() && entry.successors().isEmpty()) {
            entries.remove(entry.prefix(), entry);
        }
    }

    private void activeTooLong(int kind, Object payload) {
        TopologyEntry entry = (TopologyEntry) payload;
        if (entry.isActive()) {
            record("route stuck in active", entry, "no reply within 3 minutes");
            List.copyOf(entry.awaitedReplies()).forEach(outcome::stuckInActive);
        }
    }

    private void record(String decision, TopologyEntry entry, String reason) {
        Path best = entry.best();
        context.record(new RouteEvent(decision, entry.prefix(),
                best == null ? null : best.nextHop(),
                best == null || best.port() == null ? null : best.port().name(),
                best == null ? context.infinity() : best.distance(), entry.feasibleDistance(), reason));
    }
}
