package dmvpn.network.routing;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import java.util.List;

/**
 * An OSPF area of a device.
 *
 * @param number 0 to 4294967295; 0 is the backbone
 * @param kind kind of area, the same on all its routers
 * @param ranges prefixes that stand for the networks of the area in other areas (RFC 2328 section 12.4.3)
 * @param origin where it was written
 */
public record OspfArea(long number, OspfAreaKind kind, List<IpPrefix> ranges, Origin origin) {

    /** Keeps an immutable copy of the list. */
    public OspfArea {
        ranges = List.copyOf(ranges);
    }

    /** An area whose networks are announced one by one. */
    public OspfArea(long number, OspfAreaKind kind, Origin origin) {
        this(number, kind, List.of(), origin);
    }

    /** The area that all others are attached to (RFC 2328 section 3.1). */
    public static final long BACKBONE = 0;
}
