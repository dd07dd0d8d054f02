package dmvpn.sim.packet;

import dmvpn.sim.trace.FieldWriter;
import java.util.Optional;

/**
 * A UDP datagram (RFC 768).
 *
 * @param sourcePort 0 to 65535
 * @param destinationPort 0 to 65535
 * @param content the packet inside
 */
public record UdpDatagram(int sourcePort, int destinationPort, Packet content) implements PortPacket {

    /** Length of the header in bytes. */
    public static final int HEADER_BYTES = 8;

    @Override
    public UdpDatagram withPorts(int newSourcePort, int newDestinationPort) {
        return new UdpDatagram(newSourcePort, newDestinationPort, content);
    }

    @Override
    public String protocol() {
        return "UDP";
    }

    @Override
    public String summary() {
        return content.summary();
    }

    @Override
    public int lengthBytes() {
        return HEADER_BYTES + content.lengthBytes();
    }

    @Override
    public void describe(FieldWriter fields) {
        fields.number("sourcePort", sourcePort);
        fields.number("destinationPort", destinationPort);
    }

    @Override
    public Optional<Packet> payload() {
        return Optional.of(content);
    }
}
