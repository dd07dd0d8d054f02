package dmvpn.sim.ike.message;

/** Diffie-Hellman groups of the IANA registry for IKEv2. */
public final class DiffieHellman {

    private DiffieHellman() {
    }

    /**
     * Length of a public value in bytes (RFC 2409, RFC 3526, RFC 5114, RFC 5903, RFC 8031).
     *
     * @throws IllegalArgumentException when the group is unknown
     */
    public static int publicValueBytes(int group) {
        return switch (group) {
            case 1 -> 96;
            case 2 -> 128;
            case 5 -> 192;
            case 14, 24 -> 256;
            case 15 -> 384;
            case 16 -> 512;
            case 17 -> 768;
            case 18 -> 1024;
            case 19 -> 64;
            case 20 -> 96;
            case 21 -> 132;
            case 31 -> 32;
            case 32 -> 56;
            default -> throw new IllegalArgumentException("Diffie-Hellman group " + group
                    + " is unknown: known are 1, 2, 5, 14 to 21, 24, 31 and 32");
        };
    }
}
