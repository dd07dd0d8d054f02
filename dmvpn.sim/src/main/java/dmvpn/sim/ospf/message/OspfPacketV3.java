package dmvpn.sim.ospf.message;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.UnsignedField;

/**
 * A packet of OSPF version 3 (RFC 5340 appendix A.3.1). It has no authentication of its own: IPsec is to give it.
 *
 * @param routerId router ID of the sender
 * @param areaId area of the interfaces between which it travels
 * @param instanceId tells several processes on one link apart, 0 to 255
 * @param body what it is about
 */
public record OspfPacketV3(Ipv4Address routerId, Ipv4Address areaId, int instanceId, OspfBody body) implements OspfPacket {

    /** Version of the protocol. */
    public static final int VERSION = 3;
    /** Length of the header. */
    public static final int HEADER_BYTES = 16;
    /** What a description is longer than in version 2 (RFC 5340 appendix A.3.3): its options have three bytes. */
    private static final int MORE_IN_DESCRIPTION_BYTES = 4;
    /** Length of a description without headers of advertisements. */
    public static final int DESCRIPTION_BYTES = OspfBody.DatabaseDescription.FIXED_BYTES + MORE_IN_DESCRIPTION_BYTES;

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException when it does not fit its field
     */
    public OspfPacketV3 {
        UnsignedField.require("OSPF instance ID", instanceId, 8);
    }

    @Override
    public int lengthBytes() {
        return HEADER_BYTES + body.lengthBytes()
                + (body instanceof OspfBody.DatabaseDescription ? MORE_IN_DESCRIPTION_BYTES : 0);
    }
}
