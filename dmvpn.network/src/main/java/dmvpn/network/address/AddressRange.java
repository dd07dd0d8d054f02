package dmvpn.network.address;

/**
 * Addresses of one family from one to another.
 *
 * @param first the lowest
 * @param last the highest, not below the first
 */
public record AddressRange(IpAddress first, IpAddress last) {

    /** @throws IllegalArgumentException when the last is below the first or of the other family */
    public AddressRange {
        if (first.bitLength() != last.bitLength() || first.compareTo(last) > 0) {
            throw new IllegalArgumentException("No range leads from " + first + " to " + last);
        }
    }

    /** The addresses of a prefix. */
    public static AddressRange of(IpPrefix prefix) {
        return new AddressRange(prefix.network(), prefix.lastAddress());
    }

    /** True when every address of the other range is in this one. */
    public boolean contains(AddressRange other) {
        return first.compareTo(other.first) <= 0 && last.compareTo(other.last) >= 0;
    }

    /** True when the two share an address. */
    public boolean overlaps(AddressRange other) {
        return first.compareTo(other.last) <= 0 && other.first.compareTo(last) <= 0;
    }
}
