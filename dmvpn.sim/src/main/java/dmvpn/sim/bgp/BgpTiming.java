package dmvpn.sim.bgp;

import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import java.util.concurrent.TimeUnit;

/**
 * Times of a platform that no configuration changes.
 *
 * @param connectRetryNanos time from one attempt to connect to the next (RFC 4271 section 10)
 * @param restartNanos time in Idle after a session that was lost; devices draw from a range (RFC 4271 section 8.1.1,
 *        IdleHoldTime)
 * @param externalIntervalNanos least time between two announcements to a neighbour in another autonomous system (RFC 4271
 *        section 9.2.1.1)
 * @param internalIntervalNanos the same inside the autonomous system
 * @param nextHopDelayNanos time from a change of the routing table until the routes by the next hops that it touches are
 *        looked at ({@code bgp nexthop trigger delay})
 */
record BgpTiming(long connectRetryNanos, long restartNanos, long externalIntervalNanos, long internalIntervalNanos,
        long nextHopDelayNanos) {

    /** Cisco IOS IP Routing: BGP Command Reference; {@code advertisement-interval} is 30 s and 0 s. */
    static final BgpTiming IOS = new BgpTiming(TimeUnit.SECONDS.toNanos(120), TimeUnit.SECONDS.toNanos(10),
            TimeUnit.SECONDS.toNanos(30), 0, TimeUnit.SECONDS.toNanos(5));

    /** FRRouting with its traditional profile: bgpd waits a second in Idle, and announces and looks at once. */
    static final BgpTiming FRR = new BgpTiming(TimeUnit.SECONDS.toNanos(120), TimeUnit.SECONDS.toNanos(1), 0, 0, 0);

    static BgpTiming of(Platform platform) {
        return platform.vendor() == Vendor.FRR ? FRR : IOS;
    }
}
