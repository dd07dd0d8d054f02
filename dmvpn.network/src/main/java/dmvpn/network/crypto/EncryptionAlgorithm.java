package dmvpn.network.crypto;

import java.util.Arrays;
import java.util.Optional;

/** Encryption of IKE and ESP. */
public enum EncryptionAlgorithm {
    /** AES-CBC, 128-bit key (RFC 3602). */
    AES_CBC_128("aes-cbc-128", 128, 16, 16, false),
    /** AES-CBC, 192-bit key (RFC 3602). */
    AES_CBC_192("aes-cbc-192", 192, 16, 16, false),
    /** AES-CBC, 256-bit key (RFC 3602). */
    AES_CBC_256("aes-cbc-256", 256, 16, 16, false),
    /** AES-GCM with a 16-byte tag, 128-bit key (RFC 4106, RFC 5282). */
    AES_GCM_128("aes-gcm-128", 128, 8, 4, true),
    /** AES-GCM with a 16-byte tag, 256-bit key (RFC 4106, RFC 5282). */
    AES_GCM_256("aes-gcm-256", 256, 8, 4, true),
    /** Three-key triple DES in CBC mode (RFC 2451); the key's parity bits are counted. Weak. */
    TRIPLE_DES("3des", 192, 8, 8, false),
    /** DES in CBC mode (RFC 2405); the key's parity bits are counted. Weak. */
    DES("des", 64, 8, 8, false),
    /** No encryption and no ESP: an Authentication Header protects the packets alone (RFC 4302). Not for IKE. */
    NONE("none", 0, 0, 1, false);

    private final String keyword;
    private final int keyBits;
    private final int initializationVectorBytes;
    private final int blockBytes;
    private final boolean aead;

    EncryptionAlgorithm(String keyword, int keyBits, int initializationVectorBytes, int blockBytes, boolean aead) {
        this.keyword = keyword;
        this.keyBits = keyBits;
        this.initializationVectorBytes = initializationVectorBytes;
        this.blockBytes = blockBytes;
        this.aead = aead;
    }

    /** The name in models. */
    public String keyword() {
        return keyword;
    }

    /** Key length in bits, without the salt of GCM. */
    public int keyBits() {
        return keyBits;
    }

    /** True when keys of one length alone exist, so that no length is negotiated (RFC 7296 section 3.3.5). */
    public boolean hasOneKeyLength() {
        return this == TRIPLE_DES || this == DES || this == NONE;
    }

    /** True for a cipher that should or must not be used any more (RFC 8221 section 5, RFC 8247 section 2.1). */
    public boolean isWeak() {
        return this == TRIPLE_DES || this == DES;
    }

    /** Bytes of the initialization vector in each ESP packet. */
    public int initializationVectorBytes() {
        return initializationVectorBytes;
    }

    /** Multiple of bytes that the encrypted part is padded to (RFC 4303 section 2.4: at least 4). */
    public int blockBytes() {
        return blockBytes;
    }

    /** True when the algorithm authenticates too and no integrity algorithm is negotiated. */
    public boolean isAead() {
        return aead;
    }

    /** The algorithm of that keyword. */
    public static Optional<EncryptionAlgorithm> ofKeyword(String keyword) {
        return Arrays.stream(values()).filter(algorithm -> algorithm.keyword.equals(keyword)).findFirst();
    }
}
