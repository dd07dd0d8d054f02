package dmvpn.sim.trace;

import dmvpn.sim.bytes.VariableLength;

/**
 * How an event lies in a block.
 *
 * <p>A byte of flags, the schema's number, then what the flags do not say: node, nanoseconds since the event before,
 * number of the reason, number of the origin, distance to the cause. Then a bit map of the fields and the values of those
 * whose bit is set: numbers as the difference to the last of the schema, others as the number of a table entry. A truth
 * value is its bit. All integers are of variable length, seven bits a byte, low bits first.
 *
 * <p>Differences never cross a frame: each frame starts from its absolute time in the index, node 0 and zeros
 * everywhere, so that an event is reached from the start of its frame alone.
 */
final class Layout {

    static final int SAME_NODE = 1;
    static final int SAME_TIME = 2;
    static final int SAME_REASON = 4;
    static final int SAME_ORIGIN = 8;

    /** The cause is the event before. */
    static final int CAUSE_IS_PREVIOUS = 16;

    /** The cause is that of the event before: the others of one handler call. */
    static final int CAUSE_IS_SAME = 32;

    static final int BLOCK_BITS = 16;
    static final int BLOCK_BYTES = 1 << BLOCK_BITS;

    /** Events of a frame: what must be decoded to reach one, at most. */
    static final int FRAME_EVENTS = 512;

    /** Flags, and at most ten bytes for the time and five for each of schema, node, reason, origin and cause. */
    static final int LONGEST_HEAD = 1 + 10 + 5 * 5;

    static final int LONGEST_VALUE = VariableLength.LONGEST_BYTES;

    private Layout() {
    }
}
