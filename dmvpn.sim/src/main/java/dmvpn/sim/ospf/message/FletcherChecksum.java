package dmvpn.sim.ospf.message;

/** The checksum of link-state advertisements: Fletcher's, as in ISO 8473 (RFC 2328 section 12.1.7, RFC 905 annex B). */
final class FletcherChecksum {

    /** The age in front of an advertisement is not covered, so that it may be aged on its way. */
    static final int AGE_BYTES = 2;

    private static final int MODULUS = 255;
    private static final int FIELD_BYTES = 2;

    private FletcherChecksum() {
    }

    /**
     * The checksum that makes the bytes sum up to 0.
     *
     * @param bytes bytes whose checksum field is 0
     * @param from first byte that is covered
     * @param fieldOffset place of the checksum among all bytes
     */
    static int of(byte[] bytes, int from, int fieldOffset) {
        int[] sums = sums(bytes, from);
        int behindField = bytes.length - fieldOffset - 1;
        int first = Math.floorMod(behindField * sums[0] - sums[1], MODULUS);
        int second = Math.floorMod(-sums[0] - first, MODULUS);
        return (first == 0 ? MODULUS : first) << 8 | (second == 0 ? MODULUS : second);
    }

    /** True when the bytes, their checksum included, sum up to 0. */
    static boolean isRight(byte[] bytes, int from) {
        int[] sums = sums(bytes, from);
        return sums[0] == 0 && sums[1] == 0 && bytes.length >= from + FIELD_BYTES;
    }

    private static int[] sums(byte[] bytes, int from) {
        int sum = 0;
        int sumOfSums = 0;
        for (int index = from; index < bytes.length; index++) {
            sum = (sum + (bytes[index] & 0xff)) % MODULUS;
            sumOfSums = (sumOfSums + sum) % MODULUS;
        }
        return new int[] {sum, sumOfSums};
    }
}
