package dmvpn.sim.ike.message;

import dmvpn.sim.packet.Octets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-1, where the protocol names things by it. */
final class Sha1 {

    private Sha1() {
    }

    static Octets of(byte[] input) {
        try {
            return Octets.of(MessageDigest.getInstance("SHA-1").digest(input));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-1", missing);
        }
    }
}
