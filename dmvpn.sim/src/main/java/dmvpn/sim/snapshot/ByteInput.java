package dmvpn.sim.snapshot;

import dmvpn.sim.bytes.VariableLength;

/** Reads what {@link ByteOutput} wrote. */
final class ByteInput {

    private final byte[] bytes;
    private int position;

    ByteInput(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return position < bytes.length;
    }

    long readUnsigned() {
        long number = 0;
        for (int shift = 0;; shift += 7) {
            byte next = bytes[position++];
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    long readSigned() {
        return VariableLength.unZigZag(readUnsigned());
    }
}
