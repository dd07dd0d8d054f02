package dmvpn.sim.ospf.message;

import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import dmvpn.sim.packet.codec.Layers;
import dmvpn.sim.packet.codec.PacketCodec;

/** The bytes of OSPF; the first one says which version it is. */
public final class OspfCodec implements PacketCodec<OspfPacket> {

    @Override
    public void encode(OspfPacket packet, ByteWriter out, Layers layers) {
        switch (packet) {
            case OspfPacketV2 version2 -> OspfCodecV2.encode(version2, out);
            case OspfPacketV3 version3 -> OspfCodecV3.encode(version3, out, layers);
        }
    }

    @Override
    public OspfPacket decode(ByteReader in, Layers layers) {
        int version = in.u8();
        return switch (version) {
            case OspfPacketV2.VERSION -> OspfCodecV2.decode(in);
            case OspfPacketV3.VERSION -> OspfCodecV3.decode(in, layers);
            default -> throw in.problem("version " + version + " is not supported");
        };
    }
}
