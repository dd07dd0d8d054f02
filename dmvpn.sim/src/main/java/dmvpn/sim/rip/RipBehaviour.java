package dmvpn.sim.rip;

import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.RipProcess;
import dmvpn.network.routing.RipTimers;
import dmvpn.network.routing.RouteSource;
import dmvpn.sim.rip.message.RipEntry;
import java.time.Duration;

/**
 * How a platform does RIP, with the times of a process.
 *
 * @param updateNanos time between updates
 * @param invalidNanos silence after which a route is not used
 * @param holdDownNanos how long another way is not believed when a route was lost by silence or at its next hop's word; 0 for at once
 * @param flushNanos silence after which a route is forgotten
 * @param costOnReceipt hops that are added to a metric when it arrives (RFC 2453 section 3.9.2)
 * @param costOnSending hops that are added to a metric when it is announced: one hop, here or on receipt
 * @param poisonsBack true when an unreachable route is announced in spite of split horizon where it was learned
 * @param maximumPaths equal ways that are used at once
 * @param seedsAll true when routes of all owners are announced with metric 1 unless one is configured, false when only static routes
 *        and connected networks are (Cisco, Redistributing Routing Protocols: default metrics)
 */
record RipBehaviour(long updateNanos, long invalidNanos, long holdDownNanos, long flushNanos, int costOnReceipt, int costOnSending,
        boolean poisonsBack, int maximumPaths, boolean seedsAll) {

    private static final int DEFAULT_PATHS = 4;
    /** FRRouting limits equal ways by its compilation alone. */
    private static final int UNLIMITED = 256;
    /** FRRouting forgets a route 120 s after it became invalid (FRRouting, RIP, {@code timers basic}). */
    private static final RipTimers FRR_TIMERS = new RipTimers(RipTimers.DEFAULT_UPDATE, Duration.ofSeconds(180),
            Duration.ZERO, Duration.ofSeconds(300), Origin.NONE);
    private static final RipTimers IOS_TIMERS = RipTimers.ofUpdate(RipTimers.DEFAULT_UPDATE, Origin.NONE);

    static RipBehaviour of(Platform platform, RipProcess process) {
        boolean frr = platform.vendor() == Vendor.FRR;
        RipTimers timers = process.timers().orElse(frr ? FRR_TIMERS : IOS_TIMERS);
        int paths = process.options().maximumPaths().orElse(DEFAULT_PATHS);
        return new RipBehaviour(timers.update().toNanos(), timers.invalid().toNanos(),
                frr ? 0 : timers.holdDown().toNanos(), timers.flush().toNanos(), frr ? 1 : 0, frr ? 0 : 1, !frr,
                frr && paths > 1 ? UNLIMITED : paths, frr);
    }

    /** How long a route that cannot be reached is announced as such when nobody fell silent (RFC 2453 section 3.8). */
    long garbageNanos() {
        return Math.max(0, flushNanos - invalidNanos);
    }

    /** Metric of redistributed routes when none is configured. */
    int seedMetric(RouteSource owner) {
        return seedsAll || owner == RouteSource.CONNECTED || owner == RouteSource.STATIC ? 1 : RipEntry.INFINITY;
    }

    boolean holdsDown() {
        return holdDownNanos > 0;
    }
}
