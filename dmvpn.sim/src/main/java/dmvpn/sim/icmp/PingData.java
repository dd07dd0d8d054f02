package dmvpn.sim.icmp;

import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;

/** The data of echo messages of both families: the pattern of an IOS ping. */
final class PingData {

    private static final int[] PATTERN = {0xab, 0xcd};

    private PingData() {
    }

    static void encode(int identifier, int sequenceNumber, int dataBytes, ByteWriter out) {
        byte[] data = new byte[dataBytes];
        for (int index = 0; index < dataBytes; index++) {
            data[index] = (byte) PATTERN[index % 2];
        }
        out.field("Identifier").u16(identifier).field("Sequence number").u16(sequenceNumber).field("Data").bytes(data);
    }

    /** Reads the data to the end and returns its length. */
    static int decode(ByteReader in) {
        int length = in.remaining();
        for (int index = 0; index < length; index++) {
            int found = in.u8();
            if (found != PATTERN[index % 2]) {
                throw in.problem("ping data other than the pattern ab cd is not supported");
            }
        }
        return length;
    }
}
