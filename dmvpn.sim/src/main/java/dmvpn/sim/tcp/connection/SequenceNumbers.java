package dmvpn.sim.tcp.connection;

/**
 * Numbers of one direction of a connection: inside they count from the SYN, which is 0, and on the wire from an initial number (RFC
 * 9293 section 3.4).
 *
 * @param initial number of the SYN on the wire, 32 bits
 */
record SequenceNumbers(long initial) {

    private static final long MASK = 0xffff_ffffL;

    long onWire(long number) {
        return initial + number & MASK;
    }

    /** Of the numbers with those 32 bits on the wire the one that is nearest to another one. */
    long nearest(long bits, long number) {
        return number + (int) (bits - onWire(number));
    }
}
