package dmvpn.sim.cdp.message;

import dmvpn.sim.packet.codec.InternetChecksum;
import java.util.Arrays;

/**
 * The checksum of CDP: that of RFC 1071, but an octet left over counts as the low one of a word, and as a negative number when its
 * first bit is set. So Cisco's routers compute it, and so Wireshark checks it (epan/dissectors/packet-cdp.c says why).
 */
final class CdpChecksum {

    private static final int SIGN = 0x80;
    private static final byte ALL_BITS = (byte) 0xff;

    private CdpChecksum() {
    }

    /** The checksum of a frame whose checksum field is 0. */
    static int of(byte[] frame) {
        if (frame.length % 2 == 0) {
            return InternetChecksum.of(frame);
        }
        byte[] even = Arrays.copyOf(frame, frame.length + 1);
        byte last = frame[frame.length - 1];
        boolean negative = (last & SIGN) != 0;
        even[frame.length - 1] = negative ? ALL_BITS : 0;
        even[frame.length] = negative ? (byte) (last - 1) : last;
        return InternetChecksum.of(even);
    }
}
