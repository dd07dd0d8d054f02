package dmvpn.network.crypto;

import dmvpn.network.origin.Origin;
import java.util.Optional;

/**
 * An IPsec transform set with ESP (RFC 4303), or without: then the profile has an Authentication Header, which protects alone.
 *
 * @param encryption encryption of the packets; {@link EncryptionAlgorithm#NONE} for no ESP
 * @param integrity integrity algorithm; empty with an AEAD cipher
 * @param mode transport or tunnel mode
 * @param origin where it was written
 */
public record EspTransform(
        EncryptionAlgorithm encryption, Optional<HashAlgorithm> integrity, EncapsulationMode mode, Origin origin) {

    /** True when packets are in ESP, false when an Authentication Header protects them alone. */
    public boolean isEsp() {
        return encryption != EncryptionAlgorithm.NONE;
    }
}
