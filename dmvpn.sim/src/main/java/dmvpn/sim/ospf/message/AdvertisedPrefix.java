package dmvpn.sim.ospf.message;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv6Address;
import dmvpn.sim.packet.UnsignedField;

/**
 * A prefix as advertisements of OSPF version 3 have it (RFC 5340 appendix A.4.1).
 *
 * @param prefix prefix of IPv6
 * @param options the octet of its options
 */
public record AdvertisedPrefix(IpPrefix prefix, int options) {

    /** LA: the prefix is an address of the originator. */
    public static final int LOCAL_ADDRESS = 0x02;
    /** P, of routes that a not-so-stubby area tells: the border router translates it. */
    public static final int PROPAGATE = 0x08;

    private static final int FIXED_BYTES = 4;
    private static final int WORD_BYTES = 4;
    private static final int WORD_BITS = 32;

    /**
     * Checks the fields.
     *
     * @throws IllegalArgumentException when the prefix is of IPv4, or the options are no octet
     */
    public AdvertisedPrefix {
        UnsignedField.require("OSPF prefix options", options, 8);
        if (!(prefix.network() instanceof Ipv6Address)) {
            throw new IllegalArgumentException(prefix + " is no prefix of IPv6");
        }
    }

    /** A prefix without options. */
    public static AdvertisedPrefix of(IpPrefix prefix) {
        return new AdvertisedPrefix(prefix, 0);
    }

    /** True when the border router translates it. */
    public boolean isPropagated() {
        return (options & PROPAGATE) != 0;
    }

    /** Length on the wire: of the address whole words that have bits of the prefix. */
    int lengthBytes() {
        return FIXED_BYTES + addressBytes(prefix.length());
    }

    static int addressBytes(int prefixLength) {
        return Math.ceilDiv(prefixLength, WORD_BITS) * WORD_BYTES;
    }
}
