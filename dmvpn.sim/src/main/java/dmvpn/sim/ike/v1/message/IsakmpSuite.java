package dmvpn.sim.ike.v1.message;

import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IkeProposal;
import dmvpn.network.crypto.PeerAuthentication;
import dmvpn.sim.ike.message.DiffieHellman;

/**
 * Algorithms of an ISAKMP SA (RFC 2409 section 4): all four are negotiated, the method of authentication among them.
 *
 * @param encryption cipher in CBC mode
 * @param hash hash, whose HMAC is the pseudo-random function
 * @param authentication how the ends prove who they are
 * @param diffieHellmanGroup group number of the IANA registry
 */
public record IsakmpSuite(EncryptionAlgorithm encryption, HashAlgorithm hash, Method authentication, int diffieHellmanGroup) {

    /** How the ends prove who they are (RFC 2409 appendix A, RFC 4754 section 3). */
    public enum Method {
        /** By a shared secret. */
        PRE_SHARED_KEY(1),
        /** By RSA signatures. */
        RSA_SIGNATURES(3),
        /** By signatures with SHA-256 on the curve P-256. */
        ECDSA_256(9);

        private final int code;

        Method(int code) {
            this.code = code;
        }

        /** Number on the wire. */
        public int code() {
            return code;
        }

        /** What a profile asks for. */
        public static Method of(PeerAuthentication authentication) {
            return switch (authentication) {
                case PeerAuthentication.PreSharedKeys keys -> PRE_SHARED_KEY;
                case PeerAuthentication.Certificates certificates -> switch (certificates.signature()) {
                    case RSA -> RSA_SIGNATURES;
                    case ECDSA -> ECDSA_256;
                };
            };
        }
    }

    /**
     * @throws IllegalArgumentException when the cipher is not for IKEv1, or the group is unknown
     */
    public IsakmpSuite {
        if (encryption.isAead()) {
            throw new IllegalArgumentException("IKEv1 has no " + encryption.keyword() + ": use a cipher in CBC mode");
        }
        DiffieHellman.publicValueBytes(diffieHellmanGroup);
    }

    /** What a configured proposal negotiates. */
    public static IsakmpSuite of(IkeProposal proposal, PeerAuthentication authentication) {
        return new IsakmpSuite(proposal.encryption(), proposal.pseudoRandomFunction(), Method.of(authentication),
                proposal.diffieHellmanGroup());
    }
}
