package dmvpn.sim.ike.v1;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.sim.packet.Octets;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash of RFC 3947 section 3.2 over cookies, address and port, with the negotiated algorithm. */
final class AddressHash {

    private AddressHash() {
    }

    static Octets of(HashAlgorithm hash, IsakmpSa sa, IpAddress address, int port) {
        byte[] addressBytes = address.toBytes();
        byte[] input = ByteBuffer.allocate(2 * Long.BYTES + addressBytes.length + Short.BYTES).putLong(sa.initiatorCookie())
                .putLong(sa.responderCookie).put(addressBytes).putShort((short) port).array();
        String algorithm = switch (hash) {
            case MD5 -> "MD5";
            case SHA1 -> "SHA-1";
            case SHA256 -> "SHA-256";
            case SHA384 -> "SHA-384";
            case SHA512 -> "SHA-512";
        };
        try {
            return Octets.of(MessageDigest.getInstance(algorithm).digest(input));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java platform lacks " + algorithm, missing);
        }
    }
}
