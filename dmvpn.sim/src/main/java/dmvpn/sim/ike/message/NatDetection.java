package dmvpn.sim.ike.message;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.Octets;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash by which two routers find a NAT between them (RFC 7296 section 2.23). */
public final class NatDetection {

    private NatDetection() {
    }

    /** Hash of the SPIs as in the header of the message, an address and a UDP port. */
    public static Octets hash(long initiatorSpi, long responderSpi, IpAddress address, int port) {
        byte[] addressBytes = address.toBytes();
        byte[] input = ByteBuffer.allocate(2 * Long.BYTES + addressBytes.length + Short.BYTES)
                .putLong(initiatorSpi).putLong(responderSpi).put(addressBytes).putShort((short) port).array();
        try {
            return Octets.of(MessageDigest.getInstance("SHA-1").digest(input));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-1", missing);
        }
    }
}
