package dmvpn.sim.packet;

import dmvpn.sim.trace.FieldWriter;
import java.util.Optional;

/**
 * What a datagram of UDP port 4500 carries: an ESP packet, an IKE message behind a marker, or a keepalive (RFC 3948
 * section 2).
 *
 * @param nonEspMarker true when four zero bytes, where ESP has its SPI, tell that the content is IKE
 * @param content the packet inside
 */
public record UdpEncapsulated(boolean nonEspMarker, Packet content) implements Packet {

    /** The UDP port of both ends behind NAT. */
    public static final int UDP_PORT = 4500;

    /** Length of the marker in front of IKE. */
    public static final int MARKER_BYTES = 4;

    /** A byte that keeps the mapping of a translating device alive (RFC 3948 section 2.3). */
    public static final UdpEncapsulated KEEPALIVE =
            new UdpEncapsulated(false, new OpaquePacket(Octets.of(new byte[] {(byte) 0xff})));

    /** True for {@link #KEEPALIVE}. */
    public boolean isKeepalive() {
        return equals(KEEPALIVE);
    }

    @Override
    public String protocol() {
        return "UDPENCAP";
    }

    @Override
    public String summary() {
        return isKeepalive() ? "NAT-keepalive" : content.summary();
    }

    @Override
    public int lengthBytes() {
        return (nonEspMarker ? MARKER_BYTES : 0) + content.lengthBytes();
    }

    @Override
    public void describe(FieldWriter fields) {
        fields.text("encapsulation", nonEspMarker ? "IKE" : isKeepalive() ? "keepalive" : "ESP");
    }

    @Override
    public Optional<Packet> payload() {
        return isKeepalive() ? Optional.empty() : Optional.of(content);
    }
}
