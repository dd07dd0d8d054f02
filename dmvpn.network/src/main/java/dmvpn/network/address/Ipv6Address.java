package dmvpn.network.address;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An IPv6 address.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record Ipv6Address(long high, long low) implements IpAddress {

    /** The unspecified address {@code ::} (RFC 4291 section 2.5.2). */
    public static final Ipv6Address ANY = new Ipv6Address(0, 0);

    private static final int GROUPS = 8;

    /** Reads the text forms of RFC 4291 section 2.2, without a zone. */
    public static Optional<Ipv6Address> tryParse(String text) {
        return Ipv6Text.parse(text);
    }

    /** An address from 16 bytes in network order. */
    public static Ipv6Address ofBytes(byte[] bytes) {
        if (bytes.length != 16) {
            throw new IllegalArgumentException("An IPv6 address has 16 bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Ipv6Address(buffer.getLong(), buffer.getLong());
    }

    @Override
    public int bitLength() {
        return 128;
    }

    @Override
    public boolean isMulticast() {
        return high >>> 56 == 0xff;
    }

    @Override
    public boolean isLinkLocal() {
        return high >>> 54 == 0x3fa;
    }

    @Override
    public boolean isUnspecified() {
        return high == 0 && low == 0;
    }

    @Override
    public byte[] toBytes() {
        return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }

    @Override
    public Ipv6Address masked(int prefixLength) {
        if (prefixLength >= 64) {
            return new Ipv6Address(high, low & mask(prefixLength - 64));
        }
        return new Ipv6Address(high & mask(prefixLength), 0);
    }

    private static long mask(int length) {
        return length == 0 ? 0 : -1L << 64 - length;
    }

    @Override
    public Ipv6Address plus(long count) {
        long sum = low + count;
        boolean carry = count >= 0 && Long.compareUnsigned(sum, low) < 0;
        boolean borrow = count < 0 && Long.compareUnsigned(sum, low) > 0;
        return new Ipv6Address(high + (carry ? 1 : 0) - (borrow ? 1 : 0), sum);
    }

    /** One of the eight 16-bit groups, counted from the left. */
    int group(int index) {
        long half = index < GROUPS / 2 ? high : low;
        return (int) (half >>> 48 - 16 * (index % 4)) & 0xffff;
    }

    @Override
    public int compareTo(IpAddress other) {
        if (!(other instanceof Ipv6Address ipv6)) {
            return 1;
        }
        int byHigh = Long.compareUnsigned(high, ipv6.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, ipv6.low);
    }

    /** The canonical text of RFC 5952: lower case, the longest run of zero groups shortened. */
    @Override
    public String toString() {
        return Ipv6Text.format(this);
    }
}
