package dmvpn.sim.ipsec;

/** Sequence numbers of what goes out on one security association: they do not begin anew (RFC 4303 section 3.3.3). */
final class OutboundSequence {

    /** The last number of 32 bits. */
    private static final long LAST = 0xffff_ffffL;

    private long used;

    /** Begins with 1. */
    OutboundSequence() {
        this(0);
    }

    /** @param used numbers that are used up, 0 to 4294967295 */
    OutboundSequence(long used) {
        this.used = used;
    }

    /** The number of the next packet, or 0 when all are used up. */
    long next() {
        return used == LAST ? 0 : ++used;
    }
}
