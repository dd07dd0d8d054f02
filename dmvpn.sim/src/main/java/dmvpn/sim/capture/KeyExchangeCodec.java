package dmvpn.sim.capture;

import dmvpn.sim.ike.message.IkeCodec;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.KeyExchangePacket;
import dmvpn.sim.ike.v1.message.IsakmpCodec;
import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import dmvpn.sim.packet.codec.Layers;
import dmvpn.sim.packet.codec.PacketCodec;

/** Both versions of IKE share a port; the version in the header tells them apart (RFC 7296 section 3.1). */
final class KeyExchangeCodec implements PacketCodec<KeyExchangePacket> {

    private static final int VERSION_OFFSET = 17;

    private final IkeCodec version2;
    private final IsakmpCodec version1;

    KeyExchangeCodec(IkeCodec version2, IsakmpCodec version1) {
        this.version2 = version2;
        this.version1 = version1;
    }

    @Override
    public void encode(KeyExchangePacket packet, ByteWriter out, Layers layers) {
        if (packet instanceof IsakmpPacket message) {
            version1.encode(message, out, layers);
        } else {
            version2.encode((IkePacket) packet, out, layers);
        }
    }

    @Override
    public KeyExchangePacket decode(ByteReader in, Layers layers) {
        boolean isVersion1 = in.length() > VERSION_OFFSET
                && in.copyOfRange(VERSION_OFFSET, VERSION_OFFSET + 1)[0] == IsakmpCodec.VERSION;
        return isVersion1 ? version1.decode(in, layers) : version2.decode(in, layers);
    }
}
