package dmvpn.sim.packet.codec;

import dmvpn.sim.packet.OpaquePacket;

/** Bytes that nobody interprets. */
final class OpaqueCodec implements PacketCodec<OpaquePacket> {

    @Override
    public void encode(OpaquePacket packet, ByteWriter out, Layers layers) {
        out.field("Data").octets(packet.bytes());
    }

    @Override
    public OpaquePacket decode(ByteReader in, Layers layers) {
        return new OpaquePacket(in.remainingOctets());
    }
}
