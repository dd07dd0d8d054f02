package dmvpn.sim.underlay;

/**
 * The output queue of an attachment: packets leave one after the other at the rate of the network, and what finds the queue
 * full is dropped at its tail (RFC 2309 section 2).
 */
final class OutputQueue {

    /** Output hold queue of an interface of Cisco IOS unless configured ({@code hold-queue out}). */
    static final int DEFAULT_PACKETS = 40;

    static final long FULL = -1;

    /** When the packets leave that are queued or being sent, as a ring. */
    private long[] leaveNanos = new long[0];
    private int first;
    private int count;
    private long drops;

    /**
     * Takes a packet.
     *
     * @param transmissionNanos how long its bits take
     * @param largestPackets how many packets wait at most; the one that is being sent does not wait
     * @return when the last bit leaves, or {@link #FULL}
     */
    long add(long nowNanos, long transmissionNanos, int largestPackets) {
        while (count > 0 && leaveNanos[first] <= nowNanos) {
            first = (first + 1) % leaveNanos.length;
            count--;
        }
        if (count > largestPackets) {
            drops++;
            return FULL;
        }
        if (count == leaveNanos.length) {
            grow();
        }
        long beginNanos = count == 0 ? nowNanos : leaveNanos[(first + count - 1) % leaveNanos.length];
        long endNanos = beginNanos + transmissionNanos;
        leaveNanos[(first + count) % leaveNanos.length] = endNanos;
        count++;
        return endNanos;
    }

    private void grow() {
        long[] larger = new long[Math.max(16, 2 * leaveNanos.length)];
        for (int index = 0; index < count; index++) {
            larger[index] = leaveNanos[(first + index) % leaveNanos.length];
        }
        leaveNanos = larger;
        first = 0;
    }

    /** Number of packets dropped so far. */
    long drops() {
        return drops;
    }
}
