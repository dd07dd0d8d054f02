package dmvpn.sim.packet;

import java.util.Arrays;
import java.util.HexFormat;

/** A string of bytes as an immutable value, ordered like unsigned numbers from the first byte on. */
public final class Octets implements Comparable<Octets> {

    /** No bytes. */
    public static final Octets EMPTY = new Octets(new byte[0]);

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of the bytes. */
    public static Octets of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Octets(bytes.clone());
    }

    /**
     * Reads pairs of hexadecimal digits; white space between pairs is skipped.
     *
     * @throws IllegalArgumentException when the text is something else
     */
    public static Octets ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex.replaceAll("\\s+", "")));
    }

    /** Number of bytes. */
    public int length() {
        return bytes.length;
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** The first bytes: all when there are not more than {@code length}. */
    public Octets first(int length) {
        return length >= bytes.length ? this : new Octets(Arrays.copyOf(bytes, length));
    }

    @Override
    public int compareTo(Octets other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Lower-case hexadecimal digits without separators. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
