package dmvpn.sim.icmp;

import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.Quotation;
import dmvpn.sim.packet.UnsignedField;
import dmvpn.sim.trace.FieldWriter;

/** An ICMP message (RFC 792). */
public sealed interface IcmpPacket extends Packet {

    /** Length of the header with the message's own word. */
    int HEADER_BYTES = 8;

    /** Type field. */
    int type();

    /** Code field. */
    int code();

    @Override
    default String protocol() {
        return "ICMP";
    }

    /** How much of a packet an error quotes: the IPv4 header and 8 bytes (RFC 792). */
    int QUOTED_BYTES = 28;

    /**
     * A ping.
     *
     * @param identifier which sender or session, 0 to 65535
     * @param sequenceNumber which ping of it, 0 to 65535
     * @param dataBytes length of the data; IOS sends 72 by default, which makes a packet of 100 bytes
     */
    record EchoRequest(int identifier, int sequenceNumber, int dataBytes) implements IcmpPacket, EchoMessage {

        /** Data bytes of an IOS ping of the default size of 100 bytes. */
        public static final int DEFAULT_DATA_BYTES = 72;

        /**
         * @throws IllegalArgumentException when a number does not fit its field
         */
        public EchoRequest {
            UnsignedField.require("ICMP identifier", identifier, 16);
            UnsignedField.require("ICMP sequence number", sequenceNumber, 16);
            UnsignedField.require("ICMP data length", dataBytes, 16);
        }

        /** The answer: same identifier, sequence number and data. */
        public EchoReply reply() {
            return new EchoReply(identifier, sequenceNumber, dataBytes);
        }

        @Override
        public EchoRequest withIdentifier(int newIdentifier) {
            return new EchoRequest(newIdentifier, sequenceNumber, dataBytes);
        }

        @Override
        public int type() {
            return 8;
        }

        @Override
        public int code() {
            return 0;
        }

        @Override
        public String summary() {
            return "Echo Request";
        }
    }

    /**
     * The answer to a ping.
     *
     * @param identifier that of the request
     * @param sequenceNumber that of the request
     * @param dataBytes that of the request
     */
    record EchoReply(int identifier, int sequenceNumber, int dataBytes) implements IcmpPacket, EchoMessage {

        /**
         * @throws IllegalArgumentException when a number does not fit its field
         */
        public EchoReply {
            UnsignedField.require("ICMP identifier", identifier, 16);
            UnsignedField.require("ICMP sequence number", sequenceNumber, 16);
            UnsignedField.require("ICMP data length", dataBytes, 16);
        }

        @Override
        public EchoReply withIdentifier(int newIdentifier) {
            return new EchoReply(newIdentifier, sequenceNumber, dataBytes);
        }

        @Override
        public int type() {
            return 0;
        }

        @Override
        public int code() {
            return 0;
        }

        @Override
        public String summary() {
            return "Echo Reply";
        }
    }

    /**
     * A router dropped a packet whose time to live ran out, or a destination did not get all fragments of one in time.
     *
     * @param inReassembly true when fragments are missing: code 1
     * @param dropped first bytes of the packet
     */
    record TimeExceeded(boolean inReassembly, Quotation dropped) implements IcmpPacket {

        /** The time to live ran out. */
        public TimeExceeded(Quotation dropped) {
            this(false, dropped);
        }

        @Override
        public int type() {
            return 11;
        }

        @Override
        public int code() {
            return inReassembly ? 1 : 0;
        }

        @Override
        public String summary() {
            return "Time Exceeded";
        }

        @Override
        public int lengthBytes() {
            return HEADER_BYTES + dropped.lengthBytes();
        }

        @Override
        public void describe(FieldWriter fields) {
            describeQuotation(fields, dropped);
        }
    }

    /**
     * A packet could not be delivered.
     *
     * @param reason why
     * @param nextHopMtuBytes largest packet of the next network when fragmentation was needed (RFC 1191), else 0
     * @param dropped first bytes of the packet
     */
    record DestinationUnreachable(UnreachableReason reason, int nextHopMtuBytes, Quotation dropped) implements IcmpPacket {

        /**
         * @throws IllegalArgumentException when the MTU does not fit, or is given for another reason
         */
        public DestinationUnreachable {
            UnsignedField.require("ICMP next-hop MTU", nextHopMtuBytes, 16);
            if (nextHopMtuBytes != 0 && reason != UnreachableReason.FRAGMENTATION_NEEDED) {
                throw new IllegalArgumentException("ICMP next-hop MTU " + nextHopMtuBytes + " does not go with: " + reason);
            }
        }

        @Override
        public int type() {
            return 3;
        }

        @Override
        public int code() {
            return reason.code();
        }

        @Override
        public String summary() {
            return "Destination Unreachable";
        }

        @Override
        public int lengthBytes() {
            return HEADER_BYTES + dropped.lengthBytes();
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("reason", reason.title());
            describeQuotation(fields, dropped);
        }
    }

    private static void describeQuotation(FieldWriter fields, Quotation quotation) {
        fields.address("droppedSource", quotation.source().orElse(null));
        fields.address("droppedDestination", quotation.destination().orElse(null));
    }
}
