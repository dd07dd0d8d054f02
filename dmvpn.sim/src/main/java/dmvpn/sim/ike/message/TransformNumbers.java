package dmvpn.sim.ike.message;

import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import java.util.Arrays;
import java.util.Optional;

/** Numbers of algorithms in the IANA registry "IKEv2 Parameters" (RFC 7296 section 3.3.2). */
final class TransformNumbers {

    private static final int DES = 2;
    private static final int TRIPLE_DES = 3;
    private static final int AES_CBC = 12;
    private static final int AES_GCM_16 = 20;

    private TransformNumbers() {
    }

    static int encryption(EncryptionAlgorithm encryption) {
        return switch (encryption) {
            case DES -> DES;
            case TRIPLE_DES -> TRIPLE_DES;
            case AES_CBC_128, AES_CBC_192, AES_CBC_256 -> AES_CBC;
            case AES_GCM_128, AES_GCM_256 -> AES_GCM_16;
            case NONE -> throw new IllegalArgumentException("Without ESP no cipher is negotiated");
        };
    }

    /** The negotiated length of the key in bits; 0 for a cipher that has no choice. */
    static int keyBits(EncryptionAlgorithm encryption) {
        return encryption.hasOneKeyLength() ? 0 : encryption.keyBits();
    }

    static Optional<EncryptionAlgorithm> encryption(int number, int keyBits) {
        return Arrays.stream(EncryptionAlgorithm.values())
                .filter(algorithm -> algorithm != EncryptionAlgorithm.NONE && encryption(algorithm) == number && keyBits(algorithm) == keyBits)
                .findFirst();
    }

    static int pseudoRandomFunction(HashAlgorithm hash) {
        return switch (hash) {
            case MD5 -> 1;
            case SHA1 -> 2;
            case SHA256 -> 5;
            case SHA384 -> 6;
            case SHA512 -> 7;
        };
    }

    static Optional<HashAlgorithm> pseudoRandomFunction(int number) {
        return Arrays.stream(HashAlgorithm.values()).filter(hash -> pseudoRandomFunction(hash) == number).findFirst();
    }

    static int integrity(HashAlgorithm hash) {
        return switch (hash) {
            case MD5 -> 1;
            case SHA1 -> 2;
            case SHA256 -> 12;
            case SHA384 -> 13;
            case SHA512 -> 14;
        };
    }

    static Optional<HashAlgorithm> integrity(int number) {
        return Arrays.stream(HashAlgorithm.values()).filter(hash -> integrity(hash) == number).findFirst();
    }
}
