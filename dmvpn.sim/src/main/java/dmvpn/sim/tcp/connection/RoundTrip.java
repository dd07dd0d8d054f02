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

    private static final long NONE = -1;

    private long smoothedNanos = NONE;
    private long variationNanos;
    private long timeoutNanos = FIRST_NANOS;
    /** The byte whose acknowledgement is waited for, and when it was sent. */
    private long measuredByte = NONE;
    private long measuredSinceNanos;

    long timeoutNanos() {
        return timeoutNanos;
    }

    /** A segment that begins with a byte is sent for the first time; one is measured at a time (section 3). */
    void sent(long firstByte, long nowNanos) {
        if (measuredByte == NONE) {
            measuredByte = firstByte;
            measuredSinceNanos = nowNanos;
        }
    }

    /** All bytes in front of that one arrived. */
    void acknowledged(long nextByte, long nowNanos) {
        if (measuredByte != NONE && nextByte > measuredByte) {
            measured(nowNanos - measuredSinceNanos);
            measuredByte = NONE;
        }
    }

    /** A segment that was sent once was acknowledged after that time (section 2.3). */
    private void measured(long nanos) {
        if (smoothedNanos == NONE) {
            smoothedNanos = nanos;
            variationNanos = nanos / 2;
        } else {
            variationNanos += (Math.abs(smoothedNanos - nanos) - variationNanos) / 4;
            smoothedNanos += (nanos - smoothedNanos) / 8;
        }
        timeoutNanos = Math.clamp(smoothedNanos + 4 * variationNanos, SHORTEST_NANOS, LONGEST_NANOS);
    }

    /** Nothing was acknowledged in time (section 5.5); what is repeated is not measured (section 3). */
    void expired() {
        measuredByte = NONE;
        timeoutNanos = Math.min(2 * timeoutNanos, LONGEST_NANOS);
    }
}
