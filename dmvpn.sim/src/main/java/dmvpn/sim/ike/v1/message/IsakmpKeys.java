package dmvpn.sim.ike.v1.message;

import dmvpn.sim.keys.SealingKeys;
import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.packet.Octets;
import java.util.Optional;

/**
 * Keys of ISAKMP SAs for captures, and the other bytes that an exchange would compute: derived from the run's seed and the
 * cookies, because the simulator models the exchange without computing it.
 *
 * @param source the run's keys
 */
public record IsakmpKeys(SeededKeys source) {

    /** The key of an ISAKMP SA, one for both directions (RFC 2409 appendix B). */
    public SealingKeys of(long initiatorCookie, long responderCookie, IsakmpSuite suite) {
        byte[] key = source.derive(SealingKeys.encryptionKeyBytes(suite.encryption()), "SKEYID_e", initiatorCookie,
                responderCookie);
        return new SealingKeys(suite.encryption(), Octets.of(key), Optional.empty(), Octets.EMPTY);
    }

    SealingKeys of(IsakmpPacket packet, IsakmpSuite suite) {
        return of(packet.initiatorCookie(), packet.responderCookie(), suite);
    }

    /** The vector that a message begins with when nobody knows the messages before it. */
    byte[] initializationVector(IsakmpPacket header, IsakmpSuite suite) {
        return source.derive(suite.encryption().initializationVectorBytes(), "ISAKMP IV", header.initiatorCookie(),
                header.responderCookie(), header.messageId());
    }

    byte[] bytes(IsakmpPacket packet, String what, int count) {
        return source.derive(count, what, packet.initiatorCookie(), packet.responderCookie(), packet.messageId());
    }
}
