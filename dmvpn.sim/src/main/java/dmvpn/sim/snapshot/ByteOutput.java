package dmvpn.sim.snapshot;

import java.util.Arrays;

/** Bytes that grow, with numbers of as few bytes as they need. */
final class ByteOutput {

    private static final int LONGEST_NUMBER_BYTES = 10;

    private byte[] bytes = new byte[1024];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Writes a number that is seldom negative or large. */
    void writeUnsigned(long number) {
        if (size + LONGEST_NUMBER_BYTES > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Writes a number near 0 on either side. */
    void writeSigned(long number) {
        writeUnsigned(number << 1 ^ number >> 63);
    }
}
