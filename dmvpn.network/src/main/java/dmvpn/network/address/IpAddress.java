package dmvpn.network.address;

import java.util.Optional;

/** An IP address of either family: an immutable value with a total order (IPv4 before IPv6, then numeric). */
public sealed interface IpAddress extends Comparable<IpAddress> permits Ipv4Address, Ipv6Address {

    /**
     * Reads an address in its usual text form.
     *
     * @param text dotted decimal IPv4 or RFC 4291 section 2.2 IPv6 text
     * @throws IllegalArgumentException with a sentence for people when the text is neither
     */
    static IpAddress parse(String text) {
        return tryParse(text).orElseThrow(() -> new IllegalArgumentException(
                "'" + text + "' is not an IP address: expected four numbers from 0 to 255 such as 10.0.0.1, or IPv6 such as 2001:db8::1"));
    }

    /** As {@link #parse}, empty instead of an exception. */
    static Optional<IpAddress> tryParse(String text) {
        if (text.indexOf(':') >= 0) {
            return Ipv6Address.tryParse(text).map(address -> address);
        }
        return Ipv4Address.tryParse(text).map(address -> address);
    }

    /** 32 for IPv4, 128 for IPv6. */
    int bitLength();

    /** True for 224.0.0.0/4 (RFC 5771) and ff00::/8 (RFC 4291 section 2.7). */
    boolean isMulticast();

    /** True for what is valid on one link alone: 169.254.0.0/16 (RFC 3927) and fe80::/10 (RFC 4291 section 2.5.6). */
    boolean isLinkLocal();

    /** True for 0.0.0.0 and ::. */
    boolean isUnspecified();

    /** The address as 4 or 16 bytes in network order. */
    byte[] toBytes();

    /** The same address with all bits behind the first {@code prefixLength} cleared. */
    IpAddress masked(int prefixLength);

    /** The address that is {@code count} further, wrapping at the end of the family. */
    IpAddress plus(long count);

    /** An address from 4 or 16 bytes in network order. */
    static IpAddress ofBytes(byte[] bytes) {
        return switch (bytes.length) {
            case 4 -> Ipv4Address.ofBytes(bytes);
            case 16 -> Ipv6Address.ofBytes(bytes);
            default -> throw new IllegalArgumentException("An IP address has 4 or 16 bytes, not " + bytes.length);
        };
    }
}
