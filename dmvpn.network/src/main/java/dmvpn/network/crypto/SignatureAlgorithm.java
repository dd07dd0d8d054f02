package dmvpn.network.crypto;

import java.util.Arrays;
import java.util.Optional;

/** What a router proves with that a certificate is its own. */
public enum SignatureAlgorithm {
    /** RSA signatures (RFC 7296 section 3.8, method 1). */
    RSA("rsa"),
    /** Elliptic curve signatures (RFC 4754). */
    ECDSA("ecdsa");

    private final String keyword;

    SignatureAlgorithm(String keyword) {
        this.keyword = keyword;
    }

    /** The name in models. */
    public String keyword() {
        return keyword;
    }

    /** The algorithm of that keyword. */
    public static Optional<SignatureAlgorithm> ofKeyword(String keyword) {
        return Arrays.stream(values()).filter(algorithm -> algorithm.keyword.equals(keyword)).findFirst();
    }
}
