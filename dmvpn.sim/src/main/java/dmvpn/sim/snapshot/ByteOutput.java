package dmvpn.sim.snapshot;

import dmvpn.sim.bytes.VariableLength;
import java.util.Arrays;

/** Bytes that grow, with numbers of as few bytes as they need. */
final class ByteOutput {

    private byte[] bytes = new byte[1024];
    private int size;

    void clear() {
        size = 0;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Writes a number that is seldom negative or large. */
    void writeUnsigned(long number) {
        if (size + VariableLength.LONGEST_BYTES > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        size = VariableLength.put(bytes, size, number);
    }

    /** Writes a number near 0 on either side. */
    void writeSigned(long number) {
        writeUnsigned(VariableLength.zigZag(number));
    }
}
