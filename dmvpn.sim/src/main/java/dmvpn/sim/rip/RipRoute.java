package dmvpn.sim.rip;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.kernel.Scheduler;
import java.util.ArrayList;
import java.util.List;

/** What is known of one destination: an own network, equal ways that neighbours told, or that it cannot be reached any more. */
final class RipRoute {

    /** Where a route is from. */
    enum Kind {
        /** Network of an interface that takes part. */
        CONNECTED,
        /** The default route that the router announces by configuration. */
        DEFAULT,
        /** Of another owner, announced by configuration. */
        REDISTRIBUTED,
        /** Told by neighbours. */
        LEARNED
    }

    private final IpPrefix prefix;
    private Kind kind = Kind.LEARNED;
    private RipPort connectedPort;
    private SeededRoute seeded;
    private final List<RipPath> paths = new ArrayList<>(1);
    private int metric;
    private int tag;
    private boolean unreachable;
    private RipPath lost;
    private long holdDownEndsAtNanos;
    private long removalTimer = Scheduler.NO_TIMER;

    RipRoute(IpPrefix prefix) {
        this.prefix = prefix;
    }

    IpPrefix prefix() {
        return prefix;
    }

    Kind kind() {
        return kind;
    }

    /** Interface of a connected network; null for other routes. */
    RipPort connectedPort() {
        return connectedPort;
    }

    /** What is announced of a route of another owner; null for other routes. */
    SeededRoute seeded() {
        return seeded;
    }

    /** Equal ways, first the one that came first. */
    List<RipPath> paths() {
        return paths;
    }

    /** Hops as the router counts them. */
    int metric() {
        return metric;
    }

    int tag() {
        return tag;
    }

    boolean isUnreachable() {
        return unreachable;
    }

    /** The last way to what cannot be reached any more; null for an own network. */
    RipPath lost() {
        return lost;
    }

    long removalTimer() {
        return removalTimer;
    }

    void setRemovalTimer(long handle) {
        removalTimer = handle;
    }

    /** True when packets still take the last way, and no other way is believed. */
    boolean isHeldDown(long nowNanos) {
        return unreachable && nowNanos < holdDownEndsAtNanos;
    }

    /** True for a route of this router itself. */
    boolean isOwn() {
        return !unreachable && kind != Kind.LEARNED;
    }

    /** True when neighbours on the interface have the route themselves, or told it (RFC 2453 section 3.4.3). */
    boolean isOf(RipPort port) {
        if (unreachable) {
            return lost != null && lost.port() == port;
        }
        return connectedPort == port || paths.stream().anyMatch(path -> path.port() == port);
    }

    RipPath pathFrom(RipPort port, IpAddress from) {
        for (RipPath path : paths) {
            if (path.isFrom(port, from)) {
                return path;
            }
        }
        return null;
    }

    void becomeOwn(Kind newKind, RipPort port, int newMetric) {
        kind = newKind;
        connectedPort = port;
        metric = newMetric;
        tag = 0;
        become(false);
    }

    void becomeRedistributed(SeededRoute route) {
        kind = Kind.REDISTRIBUTED;
        connectedPort = null;
        metric = route.metric();
        tag = route.tag();
        become(false);
        seeded = route;
    }

    void becomeLearned(int newMetric, int newTag) {
        kind = Kind.LEARNED;
        connectedPort = null;
        metric = newMetric;
        tag = newTag;
        become(false);
    }

    /**
     * No way is left.
     *
     * @param lastPath the last one, null for an own network
     * @param holdDownEnds until when no other way is believed; 0 for at once
     */
    void becomeUnreachable(RipPath lastPath, long holdDownEnds) {
        connectedPort = null;
        become(true);
        lost = lastPath;
        holdDownEndsAtNanos = holdDownEnds;
    }

    private void become(boolean nowUnreachable) {
        unreachable = nowUnreachable;
        seeded = null;
        lost = null;
        holdDownEndsAtNanos = 0;
    }

    /** The way that it had is no way for packets any more, so that nothing is held down. */
    void endHoldDown() {
        holdDownEndsAtNanos = 0;
    }
}
