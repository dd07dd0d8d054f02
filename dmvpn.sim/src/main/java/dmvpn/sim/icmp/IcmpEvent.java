package dmvpn.sim.icmp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;

/** What ICMP reports at the ends of a conversation. */
public sealed interface IcmpEvent extends TraceEvent {

    /** Source address of the message, whose family tells the protocol. */
    IpAddress source();

    @Override
    default String protocol() {
        return source() instanceof Ipv4Address ? "ICMP" : "ICMPv6";
    }

    /** Which way a message went. */
    enum Direction {
        /** This node sent it. */
        SENT("sent"),
        /** This node got it. */
        RECEIVED("received");

        private final String word;

        Direction(String word) {
            this.word = word;
        }
    }

    /**
     * An echo request or reply.
     *
     * @param title {@code Echo Request} or {@code Echo Reply}
     * @param direction which way
     * @param source source address
     * @param destination destination address
     * @param identifier which conversation
     * @param sequenceNumber which request of it
     */
    record Echo(String title, Direction direction, IpAddress source, IpAddress destination, int identifier,
            int sequenceNumber) implements IcmpEvent {

        @Override
        public String message() {
            return title + " " + direction.word;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("source", source);
            fields.address("destination", destination);
            fields.number("identifier", identifier);
            fields.number("sequenceNumber", sequenceNumber);
        }
    }

    /**
     * An error message.
     *
     * @param title {@code Time Exceeded} or {@code Destination Unreachable}
     * @param direction which way
     * @param source source address
     * @param destination destination address
     * @param reason what went wrong
     */
    record Failure(String title, Direction direction, IpAddress source, IpAddress destination, String reason)
            implements IcmpEvent {

        @Override
        public String message() {
            return title + " " + direction.word;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("source", source);
            fields.address("destination", destination);
        }
    }
}
