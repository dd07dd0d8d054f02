package dmvpn.sim.ike.message;

import dmvpn.network.crypto.HashAlgorithm;

/** Pseudo-random functions of IKEv2: HMAC with the whole hash (RFC 2104, RFC 4868). */
final class PseudoRandomFunction {

    private PseudoRandomFunction() {
    }

    /** Length of the output, and of the preferred key, in bytes. */
    static int outputBytes(HashAlgorithm hash) {
        return switch (hash) {
            case MD5 -> 16;
            case SHA1 -> 20;
            case SHA256 -> 32;
            case SHA384 -> 48;
            case SHA512 -> 64;
        };
    }
}
