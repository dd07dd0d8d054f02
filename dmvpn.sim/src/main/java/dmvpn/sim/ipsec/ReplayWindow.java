package dmvpn.sim.ipsec;

/** Anti-replay window of an inbound security association (RFC 4303 section 3.4.3). */
final class ReplayWindow {

    /** Packets that the window spans: the default of Cisco IOS ({@code crypto ipsec security-association replay window-size}). */
    static final int SIZE = 64;

    private long highest;
    /** Bit n stands for the sequence number {@code highest - n}. */
    private long seen;

    /**
     * Checks a packet and remembers it.
     *
     * @param sequence sequence number from 1 to 4294967295
     * @return false when the packet was seen before or is too old to know
     */
    boolean accept(long sequence) {
        if (sequence > highest) {
            long ahead = sequence - highest;
            seen = ahead >= SIZE ? 1 : seen << ahead | 1;
            highest = sequence;
            return true;
        }
        long behind = highest - sequence;
        if (sequence == 0 || behind >= SIZE || (seen & 1L << behind) != 0) {
            return false;
        }
        seen |= 1L << behind;
        return true;
    }

    /** The highest sequence number seen, 0 before the first packet. */
    long highest() {
        return highest;
    }
}
