package dmvpn.sim.packet.codec;

import dmvpn.sim.packet.IpFragment;
import dmvpn.sim.packet.Octets;

/** The bytes of a fragment behind the headers of IP, which have its offset and are read and written with them. */
final class IpFragmentCodec implements PacketCodec<IpFragment> {

    @Override
    public void encode(IpFragment packet, ByteWriter out, Layers layers) {
        switch (packet) {
            case IpFragment.OfBytes piece -> out.field("Fragment").octets(piece.bytes());
            case IpFragment.OfPacket piece -> {
                ByteWriter whole = out.part();
                layers.encode(piece.whole(), whole);
                int end = piece.offsetBytes() + piece.pieceBytes();
                out.group("Piece", "bytes " + piece.offsetBytes() + " to " + (end - 1) + " of " + piece.whole().summary(),
                        () -> out.excerpt(whole, piece.offsetBytes(), end));
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
