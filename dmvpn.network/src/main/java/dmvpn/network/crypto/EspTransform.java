package dmvpn.network.crypto;

import dmvpn.network.origin.Origin;
import java.util.Optional;

/**
 * An IPsec transform set with ESP (RFC 4303).
 *
 * @param encryption encryption of the packets
 * @param integrity integrity algorithm; empty with an AEAD cipher
 * @param mode transport or tunnel mode
 * @param origin where it was written
 */
public record EspTransform(
        EncryptionAlgorithm encryption, Optional<HashAlgorithm> integrity, EncapsulationMode mode, Origin origin) {
}
