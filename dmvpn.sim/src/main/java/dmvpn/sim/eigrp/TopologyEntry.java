package dmvpn.sim.eigrp;

import dmvpn.network.address.IpPrefix;
import dmvpn.sim.kernel.Scheduler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a router knows of one destination (RFC 7868 section 3). Changed by {@link Dual} only. */
final class TopologyEntry {

    private final IpPrefix prefix;
    private final long infinity;
    private final Map<EigrpNeighbor, Path> learned = new LinkedHashMap<>(2);
    private Path connected;
    private Path summary;
    private Path redistributed;
    private List<Path> successors = List.of();
    private long feasibleDistance;
    /** True while the feasible distance is that of a path from outside, or infinite. */
    private boolean feasibleFromOutside = true;
    private Set<EigrpNeighbor> awaitedReplies;
    private EigrpNeighbor owedReply;
    private long activeTimer = Scheduler.NO_TIMER;

    /** @param infinity composite metric of a route that is unreachable */
    TopologyEntry(IpPrefix prefix, long infinity) {
        this.prefix = prefix;
        this.infinity = infinity;
        feasibleDistance = infinity;
    }

    IpPrefix prefix() {
        return prefix;
    }

    void setConnected(Path path) {
        connected = path;
    }

    void setSummary(Path path) {
        summary = path;
    }

    /** The route of another owner, null when it went. */
    void setRedistributed(Path path) {
        redistributed = path;
    }

    void setLearned(EigrpNeighbor neighbor, Path path) {
        if (path.isReachable()) {
            learned.put(neighbor, path);
        } else {
            learned.remove(neighbor);
        }
    }

    /**
     * Measures the paths through an interface anew.
     *
     * @return false when there are none
     */
    boolean measureAnew(EigrpPort port) {
        boolean found = false;
        for (Map.Entry<EigrpNeighbor, Path> entry : learned.entrySet()) {
            if (entry.getValue().port() == port) {
                entry.setValue(entry.getValue().measuredAnew());
                found = true;
            }
        }
        return found;
    }

    void forget(EigrpNeighbor neighbor) {
        learned.remove(neighbor);
    }

    /** Reachable paths, own networks first, neighbours in the order in which they told theirs. */
    List<Path> paths() {
        List<Path> all = new ArrayList<>(learned.size() + 1);
        if (connected != null) {
            all.add(connected);
        }
        if (summary != null) {
            all.add(summary);
        }
        if (redistributed != null) {
            all.add(redistributed);
        }
        all.addAll(learned.values());
        return all;
    }

    boolean isEmpty() {
        return connected == null && summary == null && redistributed == null && learned.isEmpty();
    }

    /** Paths in use; empty when the destination is unreachable. */
    List<Path> successors() {
        return successors;
    }

    /** The path in use whose metric counts; null when unreachable. */
    Path best() {
        return successors.isEmpty() ? null : successors.get(0);
    }

    void setSuccessors(List<Path> paths) {
        successors = paths;
    }

    /** True while no distance was feasible since they started anew. */
    boolean isInaccessible() {
        return feasibleDistance == infinity;
    }

    long feasibleDistance() {
        return feasibleDistance;
    }

    /** Distances start anew. */
    void forgetFeasibleDistance() {
        feasibleDistance = infinity;
        feasibleFromOutside = true;
    }

    /** A path is used: it is nearer than this router ever was, or not. One from inside is nearer than any from outside. */
    void lowerFeasibleDistance(Path path) {
        if (feasibleFromOutside && !path.isExternal()) {
            feasibleDistance = path.distance();
            feasibleFromOutside = false;
        } else if (feasibleFromOutside == path.isExternal()) {
            feasibleDistance = Math.min(feasibleDistance, path.distance());
        }
    }

    /**
     * The feasibility condition: the neighbour is nearer than this router ever was (RFC 7868 section 3), where every route from
     * inside is nearer than any from outside. What the router has itself leads through no neighbour.
     */
    boolean isFeasible(Path path) {
        if (path.neighbor() == null) {
            return true;
        }
        return feasibleFromOutside == path.isExternal() ? path.reportedDistance() < feasibleDistance : feasibleFromOutside;
    }

    boolean isActive() {
        return awaitedReplies != null;
    }

    /**
     * Begins a diffusing computation.
     *
     * @param asked neighbours whose replies end it
     * @param origin neighbour whose query began it and who waits for a reply; null when it began here
     */
    void activate(Set<EigrpNeighbor> asked, EigrpNeighbor origin, long timer) {
        awaitedReplies = new LinkedHashSet<>(asked);
        owedReply = origin;
        activeTimer = timer;
    }

    /** Ends the diffusing computation; returns who waits for a reply, or null. */
    EigrpNeighbor passivate() {
        EigrpNeighbor origin = owedReply;
        awaitedReplies = null;
        owedReply = null;
        activeTimer = Scheduler.NO_TIMER;
        return origin;
    }

    /** Neighbours whose replies are missing. */
    Set<EigrpNeighbor> awaitedReplies() {
        return awaitedReplies;
    }

    EigrpNeighbor owedReply() {
        return owedReply;
    }

    void setOwedReply(EigrpNeighbor neighbor) {
        owedReply = neighbor;
    }

    long activeTimer() {
        return activeTimer;
    }
}
