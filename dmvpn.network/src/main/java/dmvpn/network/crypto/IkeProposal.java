package dmvpn.network.crypto;

import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.Optional;

/**
 * What two routers must agree on for an IKE security association.
 *
 * @param version key exchange protocol
 * @param encryption encryption of the IKE messages
 * @param integrity integrity algorithm; empty with an AEAD cipher
 * @param pseudoRandomFunction hash of the pseudo-random function
 * @param diffieHellmanGroup group number of the IANA registry, such as 14, 19, 20
 * @param lifetime lifetime of the IKE security association
 * @param origin where it was written
 */
public record IkeProposal(
        IkeVersion version,
        EncryptionAlgorithm encryption,
        Optional<HashAlgorithm> integrity,
        HashAlgorithm pseudoRandomFunction,
        int diffieHellmanGroup,
        Duration lifetime,
        Origin origin) {
}
