package dmvpn.sim.packet.codec;

import dmvpn.sim.packet.IpFragment;
import dmvpn.sim.packet.Octets;
import java.util.Arrays;

/** The bytes of a fragment behind the headers of IP, which have its offset and are read and written with them. */
final class IpFragmentCodec implements PacketCodec<IpFragment> {

    @Override
    public void encode(IpFragment packet, ByteWriter out, Layers layers) {
        switch (packet) {
            case IpFragment.OfBytes piece -> out.field("Fragment").octets(piece.bytes());
            case IpFragment.OfPacket piece -> {
                ByteWriter whole = new ByteWriter();
                layers.encode(piece.whole(), whole);
                out.field("Fragment").bytes(Arrays.copyOfRange(whole.toBytes(), piece.offsetBytes(), piece.offsetBytes() + piece.pieceBytes()));
            }
        }
    }

    /** No layer announces a fragment by a number of its own; the codec of IP sees it by its offset. */
    @Override
    public IpFragment decode(ByteReader in, Layers layers) {
        Octets bytes = in.remainingOctets();
        return new IpFragment.OfBytes(bytes, 0, false, false);
    }
}
