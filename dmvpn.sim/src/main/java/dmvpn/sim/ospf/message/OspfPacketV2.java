package dmvpn.sim.ospf.message;

import dmvpn.network.address.Ipv4Address;

/**
 * A packet of OSPF version 2 (RFC 2328 appendix A.3.1).
 *
 * @param routerId router ID of the sender
 * @param areaId area of the interfaces between which it travels
 * @param authentication what proves its sender
 * @param body what it is about
 */
public record OspfPacketV2(Ipv4Address routerId, Ipv4Address areaId, OspfAuthentication authentication, OspfBody body)
        implements OspfPacket {

    /** Version of the protocol. */
    public static final int VERSION = 2;
    /** Length of the header. */
    public static final int HEADER_BYTES = 24;

    @Override
    public int lengthBytes() {
        return HEADER_BYTES + body.lengthBytes() + authentication.trailerBytes();
    }
}
