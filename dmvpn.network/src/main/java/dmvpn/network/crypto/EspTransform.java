package dmvpn.network.crypto;

import java.util.Optional;

/**
 * An IPsec transform set with ESP (RFC 4303).
 *
 * @param encryption encryption of the packets
 * @param integrity integrity algorithm; empty with an AEAD cipher
 * @param mode transport or tunnel mode
 */
public record EspTransform(EncryptionAlgorithm encryption, Optional<HashAlgorithm> integrity, EncapsulationMode mode) {
}
