package dmvpn.sim.router;

import dmvpn.network.address.Ipv6Address;

/**
 * The link-local address of an interface for which none is configured: fe80::/64 and the EUI-64 of a hardware address (RFC 4291
 * appendix A). A tunnel has no hardware address, so IOS takes that of the router's first interface with one, and the tunnels of a
 * router all have the same.
 */
public final class MadeUpLinkLocalAddress {

    private static final long PREFIX = 0xfe80_0000_0000_0000L;

    /** Hardware addresses as IOS on Linux gives them: aabb.cc, the number of the router, and that of the interface. */
    private static final long FIRST_HARDWARE_ADDRESS = 0xaabb_cc00_0000L;
    private static final int INTERFACE_BITS = 8;

    /** Universal addresses have this bit set in an EUI-64 and clear in a hardware address (RFC 4291 section 2.5.1). */
    private static final long UNIVERSAL = 0x0200_0000_0000_0000L;
    private static final long MIDDLE = 0xff_fe00_0000L;

    private MadeUpLinkLocalAddress() {
    }

    /**
     * That of a tunnel.
     *
     * @param node index of the router in the trace, from 0
     */
    public static Ipv6Address of(int node) {
        return of(node, 0);
    }

    /**
     * That of an interface with a hardware address.
     *
     * @param node index of the router in the trace, from 0
     * @param place place of the interface among those with a hardware address, from 0 to 255
     */
    public static Ipv6Address of(int node, int place) {
        long hardware = FIRST_HARDWARE_ADDRESS + (node + 1L << INTERFACE_BITS) + place;
        long upper = hardware >>> 24;
        long lower = hardware & 0xff_ffffL;
        return new Ipv6Address(PREFIX, (upper << 40 | MIDDLE | lower) ^ UNIVERSAL);
    }
}
