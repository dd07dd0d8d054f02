package dmvpn.sim.ike.message;

import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IkeProposal;
import java.util.Optional;

/**
 * Algorithms of an IKE SA, as far as they are negotiated (RFC 7296 section 3.3.2).
 *
 * @param encryption encryption of the messages
 * @param integrity integrity algorithm; empty with an AEAD cipher
 * @param pseudoRandomFunction hash of the pseudo-random function
 * @param diffieHellmanGroup group number of the IANA registry
 */
public record IkeSuite(EncryptionAlgorithm encryption, Optional<HashAlgorithm> integrity,
        HashAlgorithm pseudoRandomFunction, int diffieHellmanGroup) {

    /**
     * @throws IllegalArgumentException when cipher and integrity algorithm do not go together, or the group is unknown
     */
    public IkeSuite {
        if (encryption.isAead() == integrity.isPresent()) {
            throw new IllegalArgumentException(encryption.keyword() + (encryption.isAead()
                    ? " authenticates itself and takes no integrity algorithm"
                    : " needs an integrity algorithm"));
        }
        DiffieHellman.publicValueBytes(diffieHellmanGroup);
    }

    /** What a configured proposal negotiates. */
    public static IkeSuite of(IkeProposal proposal) {
        return new IkeSuite(proposal.encryption(),
                proposal.encryption().isAead() ? Optional.empty() : proposal.integrity(),
                proposal.pseudoRandomFunction(), proposal.diffieHellmanGroup());
    }

    /** Length of the integrity check value of a protected message: 16 with GCM (RFC 5282 section 3). */
    public int integrityCheckBytes() {
        return integrity.map(HashAlgorithm::truncatedBytes).orElse(16);
    }
}
