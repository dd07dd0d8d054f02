package dmvpn.network.address;

import java.util.Optional;

/**
 * An IPv4 address.
 *
 * @param bits the 32 bits in network order, as a signed {@code int}
 */
public record Ipv4Address(int bits) implements IpAddress {

    /** 0.0.0.0 */
    public static final Ipv4Address ANY = new Ipv4Address(0);

    /** 2 to the power of 32 divided by the golden ratio. */
    private static final int SPREAD = 0x9e3779b9;

    /** Reads dotted decimal; see {@link IpAddress#parse}. */
    public static Ipv4Address parse(String text) {
        return tryParse(text).orElseThrow(() -> new IllegalArgumentException(
                "'" + text + "' is not an IPv4 address: expected four numbers from 0 to 255 such as 10.0.0.1"));
    }

    /** Reads dotted decimal: exactly four decimal groups of one to three digits, each at most 255. */
    public static Optional<Ipv4Address> tryParse(String text) {
        int bits = 0;
        int groups = 0;
        int position = 0;
        while (groups < 4) {
            int start = position;
            int value = 0;
            while (position < text.length() && isDigit(text.charAt(position)) && position - start < 4) {
                value = value * 10 + (text.charAt(position++) - '0');
            }
            if (position == start || position - start > 3 || value > 255) {
                return Optional.empty();
            }
            bits = bits << 8 | value;
            groups++;
            if (groups < 4) {
                if (position >= text.length() || text.charAt(position) != '.') {
                    return Optional.empty();
                }
                position++;
            }
        }
        return position == text.length() ? Optional.of(new Ipv4Address(bits)) : Optional.empty();
    }

    /** An address from four bytes in network order. */
    public static Ipv4Address ofBytes(byte[] bytes) {
        if (bytes.length != 4) {
            throw new IllegalArgumentException("An IPv4 address has 4 bytes, not " + bytes.length);
        }
        return new Ipv4Address((bytes[0] & 0xff) << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | bytes[3] & 0xff);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public int bitLength() {
        return 32;
    }

    @Override
    public boolean isMulticast() {
        return bits >>> 28 == 0xe;
    }

    @Override
    public boolean isLinkLocal() {
        return bits >>> 16 == 0xa9fe;
    }

    @Override
    public boolean isUnspecified() {
        return bits == 0;
    }

    @Override
    public byte[] toBytes() {
        return new byte[] {(byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits};
    }

    @Override
    public Ipv4Address masked(int prefixLength) {
        return new Ipv4Address(bits & mask(prefixLength));
    }

    @Override
    public Ipv4Address plus(long count) {
        return new Ipv4Address((int) (bits + count));
    }

    /** The bits as an unsigned number from 0 to 4294967295. */
    public long toUnsignedLong() {
        return Integer.toUnsignedLong(bits);
    }

    /** The netmask of a prefix length from 0 to 32, as bits. */
    static int mask(int prefixLength) {
        return prefixLength == 0 ? 0 : -1 << 32 - prefixLength;
    }

    /** Spread over all bits: networks end in zeros, and a hash table looks at the last bits. */
    @Override
    public int hashCode() {
        return bits * SPREAD;
    }

    @Override
    public int compareTo(IpAddress other) {
        return other instanceof Ipv4Address ipv4 ? Integer.compareUnsigned(bits, ipv4.bits) : -1;
    }

    @Override
    public String toString() {
        return (bits >>> 24) + "." + (bits >>> 16 & 0xff) + "." + (bits >>> 8 & 0xff) + "." + (bits & 0xff);
    }
}
