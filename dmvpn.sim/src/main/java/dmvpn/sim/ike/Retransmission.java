package dmvpn.sim.ike;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * When a request without an answer is sent again (RFC 7296 section 2.4 wants exponential waits and leaves the numbers open).
 *
 * @param waitsMillis the wait after each transmission; after the last one the request is given up
 */
public record Retransmission(List<Long> waitsMillis) {

    /**
     * The simulator's own, as Cisco documents none for IOS: an attempt is over before NHRP's later retries, which are 32 and 64
     * seconds apart, so that each of them starts a new one.
     */
    static final Retransmission SIMULATOR = new Retransmission(List.of(2_000L, 4_000L, 8_000L, 16_000L));

    /**
     * strongSwan, strongswan.conf: {@code charon.retransmit_timeout} 4 s, multiplied each time by {@code retransmit_base} 1.8,
     * with {@code retransmit_tries} 5; given up after 165 s.
     */
    static final Retransmission STRONGSWAN =
            new Retransmission(List.of(4_000L, 7_200L, 12_960L, 23_328L, 41_990L, 75_582L));

    /** Keeps an immutable copy of the list. */
    public Retransmission {
        waitsMillis = List.copyOf(waitsMillis);
    }

    /** How often a request is sent again before it is given up. */
    public int maximum() {
        return waitsMillis.size() - 1;
    }

    /**
     * The wait after a transmission.
     *
     * @param retransmissions how many there were, 0 after the first transmission
     */
    public long waitNanos(int retransmissions) {
        return TimeUnit.MILLISECONDS.toNanos(waitsMillis.get(retransmissions));
    }

    /** The time after a request in which a peer of any platform may send it again. */
    public static long longestNanos() {
        return TimeUnit.MILLISECONDS.toNanos(STRONGSWAN.waitsMillis.stream().mapToLong(Long::longValue).sum());
    }
}
