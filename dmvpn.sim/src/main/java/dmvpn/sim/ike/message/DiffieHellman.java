package dmvpn.sim.ike.message;

import static java.util.Map.entry;

import java.util.Map;

/** Diffie-Hellman groups of the IANA registry for IKEv2. */
public final class DiffieHellman {

    private static final Map<Integer, Integer> VALUE_BYTES = Map.ofEntries(entry(1, 96), entry(2, 128), entry(5, 192),
            entry(14, 256), entry(15, 384), entry(16, 512), entry(17, 768), entry(18, 1024), entry(19, 64), entry(20, 96),
            entry(21, 132), entry(24, 256), entry(31, 32), entry(32, 56));

    private DiffieHellman() {
    }

    /** True for a group that has a length here. */
    static boolean isKnown(int group) {
        return VALUE_BYTES.containsKey(group);
    }

    /**
     * Length of a public value in bytes (RFC 2409, RFC 3526, RFC 5114, RFC 5903, RFC 8031).
     *
     * @throws IllegalArgumentException when the group is unknown
     */
    public static int publicValueBytes(int group) {
        Integer bytes = VALUE_BYTES.get(group);
        if (bytes == null) {
            throw new IllegalArgumentException("Diffie-Hellman group " + group
                    + " is unknown: known are 1, 2, 5, 14 to 21, 24, 31 and 32");
        }
        return bytes;
    }
}
