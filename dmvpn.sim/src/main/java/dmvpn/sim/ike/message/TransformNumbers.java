package dmvpn.sim.ike.message;

import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import java.util.Arrays;
import java.util.Optional;

/** Numbers of algorithms in the IANA registry "IKEv2 Parameters" (RFC 7296 section 3.3.2). */
final class TransformNumbers {

    private static final int AES_CBC = 12;
    private static final int AES_GCM_16 = 20;

    private TransformNumbers() {
    }

    static int encryption(EncryptionAlgorithm encryption) {
        return encryption.isAead() ? AES_GCM_16 : AES_CBC;
    }

    static Optional<EncryptionAlgorithm> encryption(int number, int keyBits) {
        return Arrays.stream(EncryptionAlgorithm.values())
                .filter(algorithm -> encryption(algorithm) == number && algorithm.keyBits() == keyBits)
                .findFirst();
    }

    static int pseudoRandomFunction(HashAlgorithm hash) {
        return switch (hash) {
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
