package dmvpn.network.tunnel;

import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;

/** How a GRE tunnel finds its far end. */
public sealed interface TunnelMode {

    /** Where it was written. */
    Origin origin();

    /**
     * {@code tunnel mode gre multipoint}: the far end comes from NHRP.
     *
     * @param origin where it was written, such as the phase of the cloud
     */
    record Multipoint(Origin origin) implements TunnelMode {
    }

    /**
     * {@code tunnel destination}: one fixed far end, as on Phase 1 spokes.
     *
     * @param destination NBMA address of the far end
     * @param origin where the far end was written
     */
    record PointToPoint(IpAddress destination, Origin origin) implements TunnelMode {
    }
}
