package dmvpn.sim.tcp;

import java.util.TreeMap;

/** The receiving end of a connection: counts what has come, in order and ahead of it. */
final class TcpReceiver {

    /** Number of the next byte in order; 0 is the SYN. */
    private long expected = 1;
    /** Pieces ahead of it: their ends by their beginnings. */
    private final TreeMap<Long, Long> ahead = new TreeMap<>();

    /** Takes data; answers the number of the byte that is expected next. */
    long take(long sequenceNumber, int dataBytes) {
        if (dataBytes > 0) {
            ahead.merge(sequenceNumber, sequenceNumber + dataBytes, Math::max);
        }
        while (!ahead.isEmpty() && ahead.firstKey() <= expected) {
            expected = Math.max(expected, ahead.pollFirstEntry().getValue());
        }
        return expected;
    }
}
