package dmvpn.sim.router;

/** Why a router could not send a packet on or take it, as the sender is told by ICMP (RFC 792, RFC 1812, RFC 4443). */
public enum IpError {
    /** No route, or one that discards. */
    NETWORK_UNREACHABLE,
    /** The destination's network is connected, and nobody there has the address. */
    HOST_UNREACHABLE,
    /** The packet is for this router, which does not speak the protocol. */
    PROTOCOL_UNREACHABLE,
    /** The packet is for this router, where nobody listens on the port. */
    PORT_UNREACHABLE,
    /** Larger than the egress interface's MTU, and must not be fragmented (RFC 1191), as nothing of IPv6 in transit (RFC 8201). */
    FRAGMENTATION_NEEDED,
    /** The TTL expired in transit. */
    TIME_EXCEEDED,
    /** The packet is for this router, and not all of its fragments came in time (RFC 792, Time Exceeded, code 1). */
    REASSEMBLY_TIME_EXCEEDED
}
