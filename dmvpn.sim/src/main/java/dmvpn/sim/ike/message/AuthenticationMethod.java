package dmvpn.sim.ike.message;

import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.SignatureAlgorithm;
import java.util.Arrays;
import java.util.Optional;

/** How an end proves its identity (RFC 7296 section 3.8, RFC 4754 section 3). */
public enum AuthenticationMethod {
    /** By a signature with the RSA key of a certificate. */
    RSA_SIGNATURE(1),
    /** By a shared secret. */
    SHARED_KEY(2),
    /** By a signature with SHA-256 on the curve P-256. */
    ECDSA_256(9);

    /** Length of a signature with an RSA key of 2048 bits. */
    private static final int RSA_BYTES = 256;
    /** Two numbers of 32 bytes (RFC 4754 section 7). */
    private static final int ECDSA_BYTES = 64;

    private final int code;

    AuthenticationMethod(int code) {
        this.code = code;
    }

    /** Number on the wire. */
    public int code() {
        return code;
    }

    /**
     * Length of the proof in bytes.
     *
     * @param pseudoRandomFunction of the IKE SA: its output is the proof by a shared secret
     */
    public int proofBytes(HashAlgorithm pseudoRandomFunction) {
        return switch (this) {
            case RSA_SIGNATURE -> RSA_BYTES;
            case SHARED_KEY -> PseudoRandomFunction.outputBytes(pseudoRandomFunction);
            case ECDSA_256 -> ECDSA_BYTES;
        };
    }

    /** The method of that number. */
    public static Optional<AuthenticationMethod> ofCode(int code) {
        return Arrays.stream(values()).filter(method -> method.code == code).findFirst();
    }

    /** How an end signs with a key of that kind. */
    public static AuthenticationMethod of(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case RSA -> RSA_SIGNATURE;
            case ECDSA -> ECDSA_256;
        };
    }
}
