package dmvpn.network.crypto;

import java.util.Arrays;
import java.util.Optional;

/** Hash behind a pseudo-random function or an integrity check. */
public enum HashAlgorithm {
    /** HMAC-SHA1-96 (RFC 2404). */
    SHA1("sha1", 12),
    /** HMAC-SHA2-256-128 (RFC 4868). */
    SHA256("sha256", 16),
    /** HMAC-SHA2-384-192 (RFC 4868). */
    SHA384("sha384", 24),
    /** HMAC-SHA2-512-256 (RFC 4868). */
    SHA512("sha512", 32),
    /** HMAC-MD5-96 (RFC 2403). Weak. */
    MD5("md5", 12);

    private final String keyword;
    private final int truncatedBytes;

    HashAlgorithm(String keyword, int truncatedBytes) {
        this.keyword = keyword;
        this.truncatedBytes = truncatedBytes;
    }

    /** The name in models. */
    public String keyword() {
        return keyword;
    }

    /** Bytes of the integrity check value in a packet. */
    public int truncatedBytes() {
        return truncatedBytes;
    }

    /** True for a hash that must not be used any more (RFC 8221 section 6, RFC 8247 sections 2.2 and 2.3). */
    public boolean isWeak() {
        return this == MD5;
    }

    /** The algorithm of that keyword. */
    public static Optional<HashAlgorithm> ofKeyword(String keyword) {
        return Arrays.stream(values()).filter(algorithm -> algorithm.keyword.equals(keyword)).findFirst();
    }
}
