package dmvpn.sim.icmp;

import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.Quotation;
import dmvpn.sim.packet.UnsignedField;
import dmvpn.sim.trace.FieldWriter;

/** An ICMPv6 message (RFC 4443). Neighbor discovery (RFC 4861) has other messages, which the simulator does not send. */
public sealed interface Icmpv6Packet extends Packet {

    /** Length of the header with the message's own word. */
    int HEADER_BYTES = 8;

    /**
     * How much of a packet an error quotes at most: what makes the error as long as the minimum MTU of IPv6, 1280 bytes (RFC 4443
     * section 2.4).
     */
    int QUOTED_BYTES = 1232;

    /** Type field. */
    int type();

    /** Code field. */
    int code();

    /** True for errors, which are never told about by another error. */
    default boolean isError() {
        return type() < FIRST_INFORMATIONAL_TYPE;
    }

    /** Types below this are errors (RFC 4443 section 2.1). */
    int FIRST_INFORMATIONAL_TYPE = 128;

    @Override
    default String protocol() {
        return "ICMPv6";
    }

    /**
     * A ping (section 4.1).
     *
     * @param identifier which sender or session, 0 to 65535
     * @param sequenceNumber which ping of it, 0 to 65535
     * @param dataBytes length of the data
     */
    record EchoRequest(int identifier, int sequenceNumber, int dataBytes) implements Icmpv6Packet, EchoMessage {

        /** Data bytes of an IOS ping of the default size of 100 bytes. */
        public static final int DEFAULT_DATA_BYTES = 52;

        /**
         * @throws IllegalArgumentException when a number does not fit its field
         */
        public EchoRequest {
            requireEcho(identifier, sequenceNumber, dataBytes);
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
            return FIRST_INFORMATIONAL_TYPE;
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
     * The answer to a ping (section 4.2).
     *
     * @param identifier that of the request
     * @param sequenceNumber that of the request
     * @param dataBytes that of the request
     */
    record EchoReply(int identifier, int sequenceNumber, int dataBytes) implements Icmpv6Packet, EchoMessage {

        /**
         * @throws IllegalArgumentException when a number does not fit its field
         */
        public EchoReply {
            requireEcho(identifier, sequenceNumber, dataBytes);
        }

        @Override
        public EchoReply withIdentifier(int newIdentifier) {
            return new EchoReply(newIdentifier, sequenceNumber, dataBytes);
        }

        @Override
        public int type() {
            return FIRST_INFORMATIONAL_TYPE + 1;
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

    private static void requireEcho(int identifier, int sequenceNumber, int dataBytes) {
        UnsignedField.require("ICMPv6 identifier", identifier, 16);
        UnsignedField.require("ICMPv6 sequence number", sequenceNumber, 16);
        UnsignedField.require("ICMPv6 data length", dataBytes, 16);
    }

    /**
     * A packet could not be delivered (section 3.1).
     *
     * @param reason why
     * @param dropped first bytes of the packet
     */
    record DestinationUnreachable(Icmpv6UnreachableReason reason, Quotation dropped) implements Icmpv6Packet {

        @Override
        public int type() {
            return 1;
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

    /**
     * A packet was larger than the MTU of its next network, and routers do not fragment (section 3.2, RFC 8201).
     *
     * @param mtuBytes largest packet of that network
     * @param dropped first bytes of the packet
     */
    record PacketTooBig(long mtuBytes, Quotation dropped) implements Icmpv6Packet {

        /**
         * @throws IllegalArgumentException when the MTU does not fit
         */
        public PacketTooBig {
            UnsignedField.require("ICMPv6 MTU", mtuBytes, 32);
        }

        @Override
        public int type() {
            return 2;
        }

        @Override
        public int code() {
            return 0;
        }

        @Override
        public String summary() {
            return "Packet Too Big";
        }

        @Override
        public int lengthBytes() {
            return HEADER_BYTES + dropped.lengthBytes();
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.number("mtuBytes", mtuBytes);
            describeQuotation(fields, dropped);
        }
    }

    /**
     * A router dropped a packet whose hop limit ran out, or somebody waited for its fragments in vain (section 3.3).
     *
     * @param inReassembly true when fragments are missing
     * @param dropped first bytes of the packet
     */
    record TimeExceeded(boolean inReassembly, Quotation dropped) implements Icmpv6Packet {

        /** A hop limit that ran out in transit. */
        public TimeExceeded(Quotation dropped) {
            this(false, dropped);
        }

        @Override
        public int type() {
            return 3;
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
     * The destination does not speak the protocol of a packet: its next header is unknown (section 3.4, code 1).
     *
     * @param pointer byte of the packet where the next header is named
     * @param dropped first bytes of the packet
     */
    record UnrecognizedNextHeader(long pointer, Quotation dropped) implements Icmpv6Packet {

        /** Place of the next header field in a packet without extension headers (RFC 8200 section 3). */
        public static final int OF_IPV6_HEADER = 6;

        /** Code field of this parameter problem; others are not sent. */
        static final int CODE = 1;

        /**
         * @throws IllegalArgumentException when the pointer does not fit
         */
        public UnrecognizedNextHeader {
            UnsignedField.require("ICMPv6 pointer", pointer, 32);
        }

        @Override
        public int type() {
            return 4;
        }

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public String summary() {
            return "Parameter Problem";
        }

        @Override
        public int lengthBytes() {
            return HEADER_BYTES + dropped.lengthBytes();
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.number("pointer", pointer);
            describeQuotation(fields, dropped);
        }
    }

    private static void describeQuotation(FieldWriter fields, Quotation quotation) {
        fields.address("droppedSource", quotation.source().orElse(null));
        fields.address("droppedDestination", quotation.destination().orElse(null));
    }
}
