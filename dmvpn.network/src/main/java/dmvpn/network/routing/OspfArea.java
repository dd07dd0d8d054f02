package dmvpn.network.routing;

import dmvpn.network.origin.Origin;

/**
 * An OSPF area of a device.
 *
 * @param number 0 to 4294967295; 0 is the backbone
 * @param kind kind of area, the same on all its routers
 * @param origin where it was written
 */
public record OspfArea(long number, OspfAreaKind kind, Origin origin) {

    /** The area that all others are attached to (RFC 2328 section 3.1). */
    public static final long BACKBONE = 0;
}
