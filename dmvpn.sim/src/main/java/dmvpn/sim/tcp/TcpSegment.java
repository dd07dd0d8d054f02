package dmvpn.sim.tcp;

import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.PortPacket;
import dmvpn.sim.packet.UnsignedField;
import dmvpn.sim.trace.FieldWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A TCP segment (RFC 9293 section 3.1).
 *
 * @param sourcePort port of the sender
 * @param destinationPort port of the receiver
 * @param sequenceNumber number of its first byte, 32 bits
 * @param acknowledgementNumber number of the byte that the sender expects next, 0 without ACK
 * @param flags the control bits
 * @param maximumSegmentBytes option of a SYN: the largest segment that the sender takes, headers not counted (RFC 6691)
 * @param digest option that proves that the sender knows a password (RFC 2385), {@value #DIGEST_BYTES} bytes
 * @param data the bytes of the stream
 */
public record TcpSegment(
        int sourcePort,
        int destinationPort,
        long sequenceNumber,
        long acknowledgementNumber,
        TcpFlags flags,
        OptionalInt maximumSegmentBytes,
        Optional<Octets> digest,
        TcpData data) implements PortPacket {

    /** Length of the header without options, in bytes. */
    public static final int HEADER_BYTES = 20;

    /** Length of the option for the maximum segment size, in bytes (RFC 9293 section 3.2). */
    public static final int SEGMENT_SIZE_OPTION_BYTES = 4;

    /** Length of a digest, in bytes. */
    public static final int DIGEST_BYTES = 16;

    /** Length of the option for the digest with the padding in front of it, in bytes (RFC 2385 section 3.0). */
    public static final int DIGEST_OPTION_BYTES = 2 + 2 + DIGEST_BYTES;

    /** What stands in the place of a digest while it is computed. */
    static final Octets NO_DIGEST = Octets.of(new byte[DIGEST_BYTES]);

    /** What may be on the way without acknowledgement: the largest window without the option to scale it. */
    public static final int WINDOW_BYTES = 65_535;

    /**
     * @throws IllegalArgumentException when a number does not fit its field, or a digest is too short or too long
     */
    public TcpSegment {
        UnsignedField.require("TCP source port", sourcePort, 16);
        UnsignedField.require("TCP destination port", destinationPort, 16);
        UnsignedField.require("TCP sequence number", sequenceNumber, 32);
        UnsignedField.require("TCP acknowledgement number", acknowledgementNumber, 32);
        UnsignedField.require("TCP data length", data.lengthBytes(), 16);
        if (digest.filter(bytes -> bytes.length() != DIGEST_BYTES).isPresent()) {
            throw new IllegalArgumentException("a digest of TCP has " + DIGEST_BYTES + " bytes, not " + digest.get().length());
        }
        maximumSegmentBytes.ifPresent(bytes -> UnsignedField.require("TCP maximum segment size", bytes, 16));
    }

    /** A segment that nobody signed. */
    public TcpSegment(int sourcePort, int destinationPort, long sequenceNumber, long acknowledgementNumber, TcpFlags flags,
            OptionalInt maximumSegmentBytes, TcpData data) {
        this(sourcePort, destinationPort, sequenceNumber, acknowledgementNumber, flags, maximumSegmentBytes, Optional.empty(), data);
    }

    /** A segment that neither ends nor breaks a connection, with data of zeros: nobody reads them. */
    public TcpSegment(int sourcePort, int destinationPort, long sequenceNumber, long acknowledgementNumber, boolean synchronize,
            boolean acknowledge, OptionalInt maximumSegmentBytes, int dataBytes) {
        this(sourcePort, destinationPort, sequenceNumber, acknowledgementNumber,
                new TcpFlags(synchronize, acknowledge, false, false), maximumSegmentBytes, TcpData.zeros(dataBytes));
    }

    /** SYN. */
    public boolean synchronize() {
        return flags.synchronize();
    }

    /** ACK. */
    public boolean acknowledge() {
        return flags.acknowledge();
    }

    /** FIN. */
    public boolean finish() {
        return flags.finish();
    }

    /** RST. */
    public boolean reset() {
        return flags.reset();
    }

    /** Length of the data. */
    public int dataBytes() {
        return data.lengthBytes();
    }

    /** Sequence numbers that it takes up: SYN and FIN count as a byte each (RFC 9293 section 3.4). */
    public int sequenceLength() {
        return data.lengthBytes() + (synchronize() ? 1 : 0) + (finish() ? 1 : 0);
    }

    /** The same SYN with another maximum segment size. */
    public TcpSegment withMaximumSegmentBytes(int bytes) {
        return new TcpSegment(sourcePort, destinationPort, sequenceNumber, acknowledgementNumber, flags, OptionalInt.of(bytes), digest,
                data);
    }

    /** The same segment with a digest. */
    TcpSegment withDigest(Octets other) {
        return new TcpSegment(sourcePort, destinationPort, sequenceNumber, acknowledgementNumber, flags, maximumSegmentBytes,
                Optional.of(other), data);
    }

    @Override
    public TcpSegment withPorts(int newSourcePort, int newDestinationPort) {
        return new TcpSegment(newSourcePort, newDestinationPort, sequenceNumber, acknowledgementNumber, flags,
                maximumSegmentBytes, digest, data);
    }

    @Override
    public String protocol() {
        return "TCP";
    }

    @Override
    public String summary() {
        if (synchronize()) {
            return acknowledge() ? "TCP SYN-ACK" : "TCP SYN";
        }
        if (reset()) {
            return "TCP RST";
        }
        List<Packet> messages = data.messages();
        if (!messages.isEmpty()) {
            return messages.stream().map(Packet::summary).distinct().collect(Collectors.joining(", "));
        }
        if (finish()) {
            return "TCP FIN";
        }
        return data.lengthBytes() > 0 ? "TCP Data" : "TCP ACK";
    }

    @Override
    public int lengthBytes() {
        return headerBytes() + data.lengthBytes();
    }

    int headerBytes() {
        return HEADER_BYTES + (maximumSegmentBytes.isPresent() ? SEGMENT_SIZE_OPTION_BYTES : 0)
                + (digest.isPresent() ? DIGEST_OPTION_BYTES : 0);
    }

    @Override
    public void describe(FieldWriter fields) {
        fields.number("sourcePort", sourcePort);
        fields.number("destinationPort", destinationPort);
        fields.number("sequenceNumber", sequenceNumber);
        fields.number("acknowledgementNumber", acknowledgementNumber);
        maximumSegmentBytes.ifPresent(bytes -> fields.number("maximumSegmentSize", bytes));
    }

    /** The first message that begins here. */
    @Override
    public Optional<Packet> payload() {
        return data.messages().stream().findFirst();
    }
}
