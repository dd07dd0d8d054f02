package dmvpn.sim.ipsec;

import dmvpn.network.crypto.IpsecOptions;

/** Anti-replay window of an inbound security association (RFC 4303 section 3.4.3, RFC 4302 section 3.4.3). */
final class ReplayWindow {

    private final int size;
    /** A ring of bits, one for each sequence number of the window and some more (RFC 6479). */
    private final long[] seen;
    private long highest;

    /** A window of the default size of Cisco IOS. */
    ReplayWindow() {
        this(IpsecOptions.DEFAULT_REPLAY_WINDOW_PACKETS);
    }

    /** @param size packets that the window spans, at least 1 */
    ReplayWindow(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("A replay window spans at least one packet, not " + size);
        }
        this.size = size;
        this.seen = new long[(size + Long.SIZE - 1) / Long.SIZE];
    }

    /**
     * Checks a packet and remembers it.
     *
     * @param sequence sequence number from 1 to 4294967295
     * @return false when the packet was seen before or is too old to know
     */
    boolean accept(long sequence) {
        if (sequence > highest) {
            for (long passed = Math.max(highest + 1, sequence - ringBits() + 1); passed < sequence; passed++) {
                seen[word(passed)] &= ~bit(passed);
            }
            highest = sequence;
        } else if (sequence == 0 || highest - sequence >= size || (seen[word(sequence)] & bit(sequence)) != 0) {
            return false;
        }
        seen[word(sequence)] |= bit(sequence);
        return true;
    }

    private long ringBits() {
        return (long) seen.length * Long.SIZE;
    }

    private int word(long sequence) {
        return (int) (sequence % ringBits() / Long.SIZE);
    }

    private static long bit(long sequence) {
        return 1L << (sequence % Long.SIZE);
    }

    /** Packets that the window spans. */
    int size() {
        return size;
    }

    /** The highest sequence number seen, 0 before the first packet. */
    long highest() {
        return highest;
    }
}
