package dmvpn.sim.packet.codec;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;

/** The one's complement checksum of the Internet protocols (RFC 1071). A byte left over counts as the high one. */
public final class InternetChecksum {

    private InternetChecksum() {
    }

    /** The checksum of bytes whose checksum field is 0; 0 for bytes whose checksum field is right. */
    public static int of(byte[] bytes) {
        return finish(sum(0, bytes));
    }

    /**
     * The checksum of bytes together with a pseudo-header of their IP packet (RFC 768; RFC 8200 section 8.1).
     *
     * @param source source address of the IP packet
     * @param destination destination address of the IP packet
     * @param protocolNumber IP protocol
     */
    public static int withPseudoHeader(IpAddress source, IpAddress destination, int protocolNumber, byte[] bytes) {
        ByteWriter pseudoHeader = new ByteWriter().address(source).address(destination);
        if (source instanceof Ipv4Address) {
            pseudoHeader.u16(protocolNumber).u16(bytes.length);
        } else {
            pseudoHeader.u32(bytes.length).u32(protocolNumber);
        }
        return finish(sum(sum(0, pseudoHeader.toBytes()), bytes));
    }

    private static long sum(long start, byte[] bytes) {
        long sum = start;
        for (int index = 0; index < bytes.length; index += 2) {
            int low = index + 1 < bytes.length ? bytes[index + 1] & 0xff : 0;
            sum += (bytes[index] & 0xff) << 8 | low;
        }
        return sum;
    }

    private static int finish(long sum) {
        long folded = sum;
        while (folded > 0xffff) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (int) ~folded & 0xffff;
    }
}
