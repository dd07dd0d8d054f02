package dmvpn.sim.ike.message;

import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Algorithms of a child SA, as far as they are negotiated in an SA payload (RFC 7296 section 3.3.2); the mode is
 * negotiated by a notification. Sequence numbers are not extended.
 *
 * @param encryption encryption of the packets
 * @param integrity integrity algorithm; empty with an AEAD cipher
 * @param diffieHellmanGroup group of a new exchange for perfect forward secrecy, empty for none
 */
public record EspSuite(
        EncryptionAlgorithm encryption, Optional<HashAlgorithm> integrity, OptionalInt diffieHellmanGroup) {

    /**
     * @throws IllegalArgumentException when cipher and integrity algorithm do not go together, or the group is unknown
     */
    public EspSuite {
        if (encryption.isAead() && integrity.isPresent()) {
            throw new IllegalArgumentException(
                    encryption.keyword() + " authenticates itself and takes no integrity algorithm");
        }
        diffieHellmanGroup.ifPresent(DiffieHellman::publicValueBytes);
    }

    /** How the child SA is named in notifications and deletions: by ESP, and by the Authentication Header when that is alone. */
    public static SecurityProtocol protocolOf(EspTransform transform) {
        return transform.isEsp() ? SecurityProtocol.ESP : SecurityProtocol.AH;
    }

    /**
     * What a configured transform negotiates.
     *
     * @param diffieHellmanGroup empty in IKE_AUTH, where there is no new exchange (RFC 7296 section 1.2)
     */
    public static EspSuite of(EspTransform transform, OptionalInt diffieHellmanGroup) {
        return new EspSuite(transform.encryption(),
                transform.encryption().isAead() ? Optional.empty() : transform.integrity(), diffieHellmanGroup);
    }
}
