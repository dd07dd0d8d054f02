package dmvpn.sim.ike;

import java.util.concurrent.TimeUnit;

/** How long before the end of a lifetime a successor is negotiated. */
public final class RekeyMargin {

    /**
     * Rekeying starts this long before a lifetime ends: "30 seconds before the lifetime expires" in Cisco's description of
     * {@code set security-association lifetime}.
     */
    private static final long USUAL_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** A lifetime that is no longer than a few margins is rekeyed at three quarters instead. */
    private static final int SHORT_LIFETIME_DIVISOR = 4;

    private RekeyMargin() {
    }

    /** The margin of a lifetime. */
    public static long nanos(long lifetimeNanos) {
        return Math.min(USUAL_NANOS, lifetimeNanos / SHORT_LIFETIME_DIVISOR);
    }
}
