package dmvpn.sim.tcp.connection;

import java.util.concurrent.TimeUnit;

/** How long to wait for an acknowledgement (RFC 6298). */
final class RoundTrip {

    /** What IOS begins with: {@code show tcp} of a new connection says RTTO 2000 ms. */
    private static final long FIRST_NANOS = TimeUnit.SECONDS.toNanos(2);
    /** RFC 6298 section 2.4. */
    private static final long SHORTEST_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** RFC 6298 section 2.5. */
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);

    private long smoothedNanos = -1;
    private long variationNanos;
    private long timeoutNanos = FIRST_NANOS;

    long timeoutNanos() {
        return timeoutNanos;
    }

    /** A segment that was sent once was acknowledged after that time (section 2.3). */
    void measured(long nanos) {
        if (smoothedNanos < 0) {
            smoothedNanos = nanos;
            variationNanos = nanos / 2;
        } else {
            variationNanos += (Math.abs(smoothedNanos - nanos) - variationNanos) / 4;
            smoothedNanos += (nanos - smoothedNanos) / 8;
        }
        timeoutNanos = Math.clamp(smoothedNanos + 4 * variationNanos, SHORTEST_NANOS, LONGEST_NANOS);
    }

    /** Nothing was acknowledged in time (section 5.5). */
    void expired() {
        timeoutNanos = Math.min(2 * timeoutNanos, LONGEST_NANOS);
    }
}
