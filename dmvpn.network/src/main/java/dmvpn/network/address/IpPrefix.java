package dmvpn.network.address;

import java.util.Optional;

/**
 * A network prefix: an address whose bits behind the prefix length are zero.
 *
 * @param network the lowest address of the prefix
 * @param length the prefix length, 0 to 32 or 128
 */
public record IpPrefix(IpAddress network, int length) implements Comparable<IpPrefix> {

    /** 0.0.0.0/0 */
    public static final IpPrefix IPV4_DEFAULT = new IpPrefix(Ipv4Address.ANY, 0);

    /**
     * @throws IllegalArgumentException when the length does not fit the family or a host bit is set
     */
    public IpPrefix {
        if (length < 0 || length > network.bitLength()) {
            throw new IllegalArgumentException("Prefix length " + length + " is not in 0 to " + network.bitLength());
        }
        if (!network.masked(length).equals(network)) {
            throw new IllegalArgumentException("Prefix " + network + "/" + length + " has host bits set: the network is "
                    + network.masked(length) + "/" + length);
        }
    }

    /** The prefix that contains an address. */
    public static IpPrefix containing(IpAddress address, int length) {
        return new IpPrefix(address.masked(length), length);
    }

    /** The prefix with just one address: /32 or /128. */
    public static IpPrefix host(IpAddress address) {
        return new IpPrefix(address, address.bitLength());
    }

    /**
     * Reads {@code 10.0.0.0/24}.
     *
     * @throws IllegalArgumentException with a sentence for people when it is no prefix or has host bits set
     */
    public static IpPrefix parse(String text) {
        InterfaceAddress address = InterfaceAddress.parse(text);
        return new IpPrefix(address.address(), address.prefixLength());
    }

    /** As {@link #parse}, empty instead of an exception. */
    public static Optional<IpPrefix> tryParse(String text) {
        return InterfaceAddress.tryParse(text)
                .filter(address -> address.address().masked(address.prefixLength()).equals(address.address()))
                .map(address -> new IpPrefix(address.address(), address.prefixLength()));
    }

    /** True when the address is of the same family and its first bits are those of the prefix. */
    public boolean contains(IpAddress address) {
        if (network instanceof Ipv4Address mine && address instanceof Ipv4Address other) {
            return ((mine.bits() ^ other.bits()) & Ipv4Address.mask(length)) == 0;
        }
        return address.bitLength() == network.bitLength() && address.masked(length).equals(network);
    }

    /** True when every address of the other prefix is in this one. */
    public boolean contains(IpPrefix other) {
        return other.length >= length && contains(other.network);
    }

    /** True when the two share an address. */
    public boolean overlaps(IpPrefix other) {
        return contains(other) || other.contains(this);
    }

    /** True for a prefix of one address. */
    public boolean isHost() {
        return length == network.bitLength();
    }

    /** The highest address; for IPv4 shorter than /31 the directed broadcast address. */
    public IpAddress lastAddress() {
        if (network instanceof Ipv4Address ipv4) {
            return new Ipv4Address(ipv4.bits() | ~Ipv4Address.mask(length));
        }
        byte[] bytes = network.toBytes();
        for (int bit = length; bit < network.bitLength(); bit++) {
            bytes[bit / 8] |= (byte) (0x80 >>> bit % 8);
        }
        return IpAddress.ofBytes(bytes);
    }

    /** The netmask as an address, 255.255.255.0 for an IPv4 /24. */
    public IpAddress netmask() {
        byte[] ones = new byte[network.bitLength() / 8];
        java.util.Arrays.fill(ones, (byte) 0xff);
        return IpAddress.ofBytes(ones).masked(length);
    }

    /** The inverted netmask, 0.0.0.255 for an IPv4 /24. */
    public IpAddress wildcardMask() {
        byte[] bytes = netmask().toBytes();
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) ~bytes[index];
        }
        return IpAddress.ofBytes(bytes);
    }

    /**
     * True when the address may be given to an interface: not the network address and, for IPv4 shorter than /31, not
     * the broadcast address (RFC 1122 section 3.2.1.3, RFC 3021).
     */
    public boolean isUsableHost(IpAddress address) {
        if (!contains(address)) {
            return false;
        }
        if (network.bitLength() - length <= 1) {
            return true;
        }
        return !address.equals(network) && !(network instanceof Ipv4Address && address.equals(lastAddress()));
    }

    @Override
    public int compareTo(IpPrefix other) {
        int byNetwork = network.compareTo(other.network);
        return byNetwork != 0 ? byNetwork : Integer.compare(length, other.length);
    }

    @Override
    public String toString() {
        return network + "/" + length;
    }
}
