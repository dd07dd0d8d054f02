package dmvpn.sim.testing;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;

/**
 * An IPv6 address for each IPv4 address of a plan: 203.0.113.1 becomes 2001:db8:cb:71::1, and prefixes of 24 bits become such of
 * 64. Two addresses that are in one IPv4 prefix are in one IPv6 prefix.
 */
public final class Ipv6Plan {

    private static final long DOCUMENTATION = 0x2001_0db8_0000_0000L;
    private static final int HOST_BITS = 8;
    private static final int LONGER = 40;

    private Ipv6Plan() {
    }

    /** The address of the plan, of IPv6 when that is wanted. */
    public static IpAddress address(IpAddress address, boolean ipv6) {
        if (!ipv6) {
            return address;
        }
        int bits = ((Ipv4Address) address).bits();
        return bits == 0 ? new Ipv6Address(0, 0)
                : new Ipv6Address(DOCUMENTATION | bits >>> HOST_BITS, bits & (1 << HOST_BITS) - 1);
    }

    /** The same for the length of a prefix. */
    public static int length(int length, boolean ipv6) {
        return ipv6 ? length + LONGER : length;
    }

    /** The same for a prefix. */
    public static IpPrefix prefix(IpPrefix prefix, boolean ipv6) {
        return IpPrefix.containing(address(prefix.network(), ipv6), length(prefix.length(), ipv6));
    }
}
