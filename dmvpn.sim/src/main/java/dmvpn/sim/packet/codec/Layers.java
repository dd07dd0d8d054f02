package dmvpn.sim.packet.codec;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.Quotation;
import java.util.Optional;

/** What a codec knows of the layers around its own: the next IP header outside, and the codecs of what is inside. */
public final class Layers {

    /** Deeper nesting than any tunnel of a network, so that made-up bytes cannot exhaust the stack. */
    private static final int MAXIMUM_DEPTH = 32;

    /**
     * What other layers need of an IP header.
     *
     * @param source source address
     * @param destination destination address
     * @param identification identification of IPv4, 0 with IPv6
     */
    public record IpHeader(IpAddress source, IpAddress destination, int identification) {
    }

    private final PacketCodecs codecs;
    private final int depth;
    private final Optional<IpHeader> ipHeader;

    Layers(PacketCodecs codecs, int depth, Optional<IpHeader> ipHeader) {
        this.codecs = codecs;
        this.depth = depth;
        this.ipHeader = ipHeader;
    }

    /** The next IP header outside, which pseudo-headers and check values need. */
    public Optional<IpHeader> ipHeader() {
        return ipHeader;
    }

    /** The layers inside an IP header. */
    public Layers inside(IpAddress source, IpAddress destination, int identification) {
        return new Layers(codecs, depth, Optional.of(new IpHeader(source, destination, identification)));
    }

    /** Appends a packet that is inside. */
    public void encode(Packet inner, ByteWriter out) {
        codecs.encode(inner, out, this);
    }

    /** Appends the beginning of a packet that is quoted. */
    public void encode(Quotation quotation, ByteWriter out) {
        switch (quotation) {
            case Quotation.OfBytes quoted -> out.field("Quoted packet").octets(quoted.bytes());
            case Quotation.OfPacket quoted -> {
                ByteWriter whole = out.part();
                codecs.encode(quoted.packet(), whole, new Layers(codecs, 0, Optional.empty()));
                out.group("Quoted packet", quoted.packet().summary(),
                        () -> out.excerpt(whole, 0, Math.min(whole.position(), quoted.maximumBytes())));
            }
        }
    }

    /** Reads what is inside. A kind that no codec is registered for is kept as bytes. */
    public Packet decode(PayloadKind kind, ByteReader in) {
        if (depth >= MAXIMUM_DEPTH) {
            throw in.problem("packets are nested more than " + MAXIMUM_DEPTH + " times");
        }
        return codecs.decode(kind, in, new Layers(codecs, depth + 1, ipHeader))
                .orElseGet(() -> new OpaquePacket(in.remainingOctets()));
    }

    /** True when a codec is registered for a kind. */
    public boolean knows(PayloadKind kind) {
        return codecs.knows(kind);
    }
}
