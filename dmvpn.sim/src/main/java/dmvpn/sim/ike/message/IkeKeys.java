package dmvpn.sim.ike.message;

import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.sim.ike.certificate.Certificate;
import dmvpn.sim.keys.SealingKeys;
import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.codec.ByteWriter;

/**
 * Keys of IKE SAs for captures, and the other bytes that an exchange would compute: derived from the run's seed and the
 * SPIs, because the simulator models the exchange without computing it.
 *
 * @param source the run's keys
 */
public record IkeKeys(SeededKeys source) {

    /**
     * The keys that one end protects its messages with: SK_ei and SK_ai, or SK_er and SK_ar (RFC 7296 section 2.14).
     *
     * @param ofInitiator true for the original initiator's
     */
    public SealingKeys of(long initiatorSpi, long responderSpi, IkeSuite suite, boolean ofInitiator) {
        byte[] encryptionKey = source.derive(SealingKeys.encryptionKeyBytes(suite.encryption()),
                ofInitiator ? "SK_ei" : "SK_er", initiatorSpi, responderSpi);
        byte[] integrityKey = source.derive(suite.integrity().map(SealingKeys::integrityKeyBytes).orElse(0),
                ofInitiator ? "SK_ai" : "SK_ar", initiatorSpi, responderSpi);
        return new SealingKeys(suite.encryption(), Octets.of(encryptionKey), suite.integrity(), Octets.of(integrityKey));
    }

    /**
     * The initialization vector of a message. A message that is sent again gets the same one, as it must: its bytes do
     * not change (RFC 7296 section 2.1). With GCM no two messages of an end have the same (RFC 5282 section 3.1).
     */
    byte[] initializationVector(boolean fromInitiator, boolean response, long initiatorSpi, long responderSpi, long messageId,
            IkeSuite suite) {
        long messageOfSender = messageId << 1 | (response ? 1 : 0);
        if (suite.encryption().isAead()) {
            return new ByteWriter().u64(messageOfSender).toBytes();
        }
        int length = suite.encryption().initializationVectorBytes();
        return source.derive(length, fromInitiator ? "IKE IV initiator" : "IKE IV responder", initiatorSpi, responderSpi,
                messageOfSender);
    }

    /** The Diffie-Hellman public value that an end sends. */
    byte[] publicValue(IkePacket packet, int group) {
        return source.derive(DiffieHellman.publicValueBytes(group), packet.response() ? "KE response" : "KE request",
                packet.initiatorSpi(), packet.messageId(), group);
    }

    /** The proof of an end; another secret gives another proof. */
    byte[] authentication(IkePacket packet, IkePayload.Authentication payload) {
        HashAlgorithm hash = payload.pseudoRandomFunction();
        String label = (packet.fromInitiator() ? "AUTH initiator " : "AUTH responder ") + payload.secretName().orElse("");
        return source.derive(payload.method().proofBytes(hash), label, packet.initiatorSpi(), packet.responderSpi());
    }

    /** The bytes of a certificate. */
    byte[] encode(Certificate certificate) {
        return certificate.encode(source);
    }
}
