package dmvpn.sim.packet.codec;

import dmvpn.sim.packet.Packet;

/**
 * Turns packets of one protocol into the bytes that a router would send, and back.
 *
 * @param <P> the protocol's packets
 */
public interface PacketCodec<P extends Packet> {

    /** Appends the packet with all that is in it. */
    void encode(P packet, ByteWriter out, Layers layers);

    /**
     * Reads a packet that fills the reader.
     *
     * @throws DecodeException when the bytes are no such packet
     */
    P decode(ByteReader in, Layers layers);
}
