package dmvpn.sim.bytes;

/** Integers of as many bytes as they need: seven bits a byte, low bits first, the high bit says that another byte follows. */
public final class VariableLength {

    /** Bytes of the longest one. */
    public static final int LONGEST_BYTES = 10;

    private VariableLength() {
    }

    /**
     * Writes a number that is seldom negative or large.
     *
     * @param bytes has room for {@link #LONGEST_BYTES} from the start on
     * @return the place behind it
     */
    public static int put(byte[] bytes, int start, long value) {
        int position = start;
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[position++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[position++] = (byte) rest;
        return position;
    }

    /** A number near 0 on either side as one that is small and not negative. */
    public static long zigZag(long value) {
        return value << 1 ^ value >> 63;
    }

    /** The number of which {@link #zigZag} made this. */
    public static long unZigZag(long value) {
        return value >>> 1 ^ -(value & 1);
    }
}
