package dmvpn.sim.ike;

import java.util.concurrent.TimeUnit;

/**
 * When a request without an answer is sent again. RFC 7296 section 2.4 wants exponential waits and leaves the numbers
 * open, and Cisco documents none for IOS: these are the simulator's. An attempt is over before NHRP's later retries, which
 * are 32 and 64 seconds apart, so that each of them starts a new one.
 */
public final class Retransmission {

    /** Wait before the first retransmission. */
    static final long FIRST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** Retransmissions before a request is given up: after 2, 4 and 8 s; given up 16 s after the last. */
    public static final int MAXIMUM = 3;

    private Retransmission() {
    }

    /**
     * The wait after a transmission.
     *
     * @param retransmissions how many there were, 0 after the first transmission
     */
    public static long waitNanos(int retransmissions) {
        return FIRST_WAIT_NANOS << retransmissions;
    }
}
