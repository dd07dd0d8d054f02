package dmvpn.sim.packet.codec;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.Quotation;
import java.util.Optional;

/** What a codec knows of the layers around its own: the next IP header outside, and the codecs of what is inside. */
public final class Layers {

    /** Deeper nesting than any tunnel of a network, so that made-up bytes cannot exhaust the stack. */
    private static final int MAXIMUM_DEPTH = 32;

    /**
     * The addresses of an IP header.
     *
     * @param source source address
     * @param destination destination address
     */
    public record IpAddresses(IpAddress source, IpAddress destination) {
    }

    private final PacketCodecs codecs;
    private final int depth;
    private final Optional<IpAddresses> addresses;

    Layers(PacketCodecs codecs, int depth, Optional<IpAddresses> addresses) {
        this.codecs = codecs;
        this.depth = depth;
        this.addresses = addresses;
    }

    /** The addresses of the next IP header outside, which pseudo-headers need. */
    public Optional<IpAddresses> addresses() {
        return addresses;
    }

    /** The layers inside an IP header. */
    public Layers inside(IpAddress source, IpAddress destination) {
        return new Layers(codecs, depth, Optional.of(new IpAddresses(source, destination)));
    }

    /** Appends a packet that is inside. */
    public void encode(Packet inner, ByteWriter out) {
        codecs.encode(inner, out, this);
    }

    /** Appends the beginning of a packet that is quoted. */
    public void encode(Quotation quotation, ByteWriter out) {
        switch (quotation) {
            case Quotation.OfBytes quoted -> out.octets(quoted.bytes());
            case Quotation.OfPacket quoted ->
                out.octets(Octets.of(codecs.encode(quoted.packet())).first(quoted.maximumBytes()));
        }
    }

    /** Reads what is inside. A kind that no codec is registered for is kept as bytes. */
    public Packet decode(PayloadKind kind, ByteReader in) {
        if (depth >= MAXIMUM_DEPTH) {
            throw in.problem("packets are nested more than " + MAXIMUM_DEPTH + " times");
        }
        return codecs.decode(kind, in, new Layers(codecs, depth + 1, addresses))
                .orElseGet(() -> new OpaquePacket(in.remainingOctets()));
    }

    /** True when a codec is registered for a kind. */
    public boolean knows(PayloadKind kind) {
        return codecs.knows(kind);
    }
}
