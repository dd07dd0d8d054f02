package dmvpn.sim.tcp;

import dmvpn.sim.packet.PortPacket;
import dmvpn.sim.packet.UnsignedField;
import dmvpn.sim.trace.FieldWriter;
import java.util.OptionalInt;

/**
 * A TCP segment (RFC 9293 section 3.1). The data are zeros: nobody reads them.
 *
 * @param sourcePort port of the sender
 * @param destinationPort port of the receiver
 * @param sequenceNumber number of its first byte, 32 bits
 * @param acknowledgementNumber number of the byte that the sender expects next, 0 without ACK
 * @param synchronize SYN
 * @param acknowledge ACK
 * @param maximumSegmentBytes option of a SYN: the largest segment that the sender takes, headers not counted (RFC 6691)
 * @param dataBytes length of the data
 */
public record TcpSegment(
        int sourcePort,
        int destinationPort,
        long sequenceNumber,
        long acknowledgementNumber,
        boolean synchronize,
        boolean acknowledge,
        OptionalInt maximumSegmentBytes,
        int dataBytes) implements PortPacket {

    /** Length of the header without options, in bytes. */
    public static final int HEADER_BYTES = 20;

    /** Length of the option for the maximum segment size, in bytes (RFC 9293 section 3.2). */
    public static final int SEGMENT_SIZE_OPTION_BYTES = 4;

    /** What may be on the way without acknowledgement: the largest window without the option to scale it. */
    public static final int WINDOW_BYTES = 65_535;

    /**
     * @throws IllegalArgumentException when a number does not fit its field
     */
    public TcpSegment {
        UnsignedField.require("TCP source port", sourcePort, 16);
        UnsignedField.require("TCP destination port", destinationPort, 16);
        UnsignedField.require("TCP sequence number", sequenceNumber, 32);
        UnsignedField.require("TCP acknowledgement number", acknowledgementNumber, 32);
        UnsignedField.require("TCP data length", dataBytes, 16);
        maximumSegmentBytes.ifPresent(bytes -> UnsignedField.require("TCP maximum segment size", bytes, 16));
    }

    /** The same SYN with another maximum segment size. */
    public TcpSegment withMaximumSegmentBytes(int bytes) {
        return new TcpSegment(sourcePort, destinationPort, sequenceNumber, acknowledgementNumber, synchronize, acknowledge,
                OptionalInt.of(bytes), dataBytes);
    }

    @Override
    public TcpSegment withPorts(int newSourcePort, int newDestinationPort) {
        return new TcpSegment(newSourcePort, newDestinationPort, sequenceNumber, acknowledgementNumber, synchronize,
                acknowledge, maximumSegmentBytes, dataBytes);
    }

    @Override
    public String protocol() {
        return "TCP";
    }

    @Override
    public String summary() {
        if (synchronize) {
            return acknowledge ? "TCP SYN-ACK" : "TCP SYN";
        }
        return dataBytes > 0 ? "TCP Data" : "TCP ACK";
    }

    @Override
    public int lengthBytes() {
        return headerBytes() + dataBytes;
    }

    int headerBytes() {
        return HEADER_BYTES + (maximumSegmentBytes.isPresent() ? SEGMENT_SIZE_OPTION_BYTES : 0);
    }

    @Override
    public void describe(FieldWriter fields) {
        fields.number("sourcePort", sourcePort);
        fields.number("destinationPort", destinationPort);
        fields.number("sequenceNumber", sequenceNumber);
        fields.number("acknowledgementNumber", acknowledgementNumber);
        maximumSegmentBytes.ifPresent(bytes -> fields.number("maximumSegmentSize", bytes));
    }
}
