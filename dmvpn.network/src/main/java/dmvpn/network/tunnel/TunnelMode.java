package dmvpn.network.tunnel;

import dmvpn.network.address.IpAddress;

/** How a GRE tunnel finds its far end. */
public sealed interface TunnelMode {

    /** {@code tunnel mode gre multipoint}: the far end comes from NHRP. */
    record Multipoint() implements TunnelMode {
    }

    /**
     * {@code tunnel destination}: one fixed far end, as on Phase 1 spokes.
     *
     * @param destination NBMA address of the far end
     */
    record PointToPoint(IpAddress destination) implements TunnelMode {
    }
}
