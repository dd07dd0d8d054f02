package dmvpn.sim.packet.codec;

import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.UdpEncapsulated;

/** ESP, IKE and keepalives in UDP (RFC 3948 section 2). */
final class UdpEncapsulatedCodec implements PacketCodec<UdpEncapsulated> {

    private static final int IKE_PORT = 500;
    private static final int KEEPALIVE = 0xff;

    @Override
    public void encode(UdpEncapsulated packet, ByteWriter out, Layers layers) {
        if (packet.nonEspMarker()) {
            out.field("Non-ESP marker").zeros(UdpEncapsulated.MARKER_BYTES);
        }
        layers.encode(packet.content(), out);
    }

    @Override
    public UdpEncapsulated decode(ByteReader in, Layers layers) {
        if (in.length() == 1) {
            if (in.u8() != KEEPALIVE) {
                throw in.problem("a single byte that is not 0xff is no keepalive");
            }
            return UdpEncapsulated.KEEPALIVE;
        }
        byte[] spi = in.copyOfRange(0, UdpEncapsulated.MARKER_BYTES);
        if (spi[0] == 0 && spi[1] == 0 && spi[2] == 0 && spi[3] == 0) {
            in.skip(UdpEncapsulated.MARKER_BYTES);
            return new UdpEncapsulated(true, layers.decode(new PayloadKind.UdpPort(IKE_PORT), in));
        }
        return new UdpEncapsulated(false, layers.decode(new PayloadKind.IpProtocol(IpPacket.ESP), in));
    }
}
