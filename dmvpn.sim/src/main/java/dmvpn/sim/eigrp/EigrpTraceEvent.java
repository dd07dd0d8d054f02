package dmvpn.sim.eigrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.eigrp.message.EigrpOpcode;
import dmvpn.sim.eigrp.message.EigrpPacket;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;
import java.time.Duration;

/** What EIGRP reports: its packets, its neighbours, and what DUAL decides. */
public sealed interface EigrpTraceEvent extends TraceEvent {

    @Override
    default String protocol() {
        return "EIGRP";
    }

    /** Why a hello is sent. */
    enum HelloOccasion {
        /** EIGRP begins on the interface. */
        START("EIGRP starts on the interface", true),
        /** The hello interval is over. */
        INTERVAL("hello interval", true),
        /** Answers the first hello of a neighbour, so that it need not wait for the interval. */
        GREETING("greets a new neighbor", true),
        /** Multicast on the interface has one more target. */
        NEW_TARGET("multicast reaches another neighbor now", false),
        /** Peer Termination: the neighbour must start anew. */
        TERMINATION("Peer Termination: the adjacency was reset", false);

        private final String reason;
        private final boolean keepAlive;

        HelloOccasion(String reason, boolean keepAlive) {
            this.reason = reason;
            this.keepAlive = keepAlive;
        }
    }

    /**
     * A hello.
     *
     * @param occasion why it is sent
     * @param interfaceName interface
     * @param destination multicast group or neighbour
     * @param holdTime how long the receiver shall wait for the next one
     */
    record HelloSent(HelloOccasion occasion, String interfaceName, IpAddress destination, Duration holdTime)
            implements EigrpTraceEvent {

        @Override
        public String message() {
            return "Hello sent";
        }

        @Override
        public String reason() {
            return occasion.reason;
        }

        @Override
        public boolean isKeepAlive() {
            return occasion.keepAlive;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("interface", interfaceName);
            fields.address("destination", destination);
            fields.duration("holdTime", holdTime.toNanos());
        }
    }

    /** What a hello means to the router that hears it. */
    enum HelloMeaning {
        /** From somebody new. */
        FIRST("first hello"),
        /** The usual. */
        ALIVE("the holding time starts anew"),
        /** All weights are 255: the sender goes away. */
        GOODBYE("goodbye: the neighbor takes leave"),
        /** The metrics of sender and receiver do not fit. */
        OTHER_WEIGHTS("K values differ"),
        /** The neighbour reset the adjacency. */
        TERMINATION("Peer Termination"),
        /** The sender cannot become a neighbour. */
        OTHER_NETWORK("not on a common subnet"),
        /** Nothing comes of it. */
        WITHOUT_PARAMETERS("ignored: it has no parameters");

        private final String reason;

        HelloMeaning(String reason) {
            this.reason = reason;
        }
    }

    /**
     * A hello arrived. What it changes is an event of its own.
     *
     * @param meaning what it means here
     * @param interfaceName interface
     * @param neighbor its sender
     * @param holdTimeSeconds how long the sender may be silent from now on
     */
    record HelloReceived(HelloMeaning meaning, String interfaceName, IpAddress neighbor, int holdTimeSeconds)
            implements EigrpTraceEvent {

        private static final long SECOND = 1_000_000_000L;

        @Override
        public String message() {
            return "Hello received";
        }

        @Override
        public String reason() {
            return meaning.reason;
        }

        @Override
        public boolean isKeepAlive() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("neighbor", neighbor);
            fields.text("interface", interfaceName);
            fields.duration("holdTime", holdTimeSeconds * SECOND);
        }
    }

    /**
     * An acknowledgement was sent or received.
     *
     * @param sent true for sent, false for received
     * @param interfaceName interface
     * @param neighbor who it went to or came from
     * @param acknowledgement sequence number of the packet that it acknowledges
     * @param acknowledged what that packet is, null when none with that number waits for it
     */
    record Acknowledgement(boolean sent, String interfaceName, IpAddress neighbor, long acknowledgement,
            EigrpOpcode acknowledged) implements EigrpTraceEvent {

        @Override
        public String message() {
            return sent ? "Ack sent" : "Ack received";
        }

        @Override
        public String reason() {
            return switch (acknowledged) {
                case UPDATE -> "acknowledges the update";
                case QUERY -> "acknowledges the query";
                case REPLY -> "acknowledges the reply";
                case HELLO -> throw new IllegalStateException("A hello is not acknowledged");
                case null -> "nothing waits for it";
            };
        }

        @Override
        public boolean isKeepAlive() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("neighbor", neighbor);
            fields.text("interface", interfaceName);
            fields.number("acknowledgement", acknowledgement);
        }
    }

    /** What became of a neighbour. */
    enum NeighborChange {
        /** Its first hello arrived. */
        DISCOVERED("neighbor discovered"),
        /** Both acknowledged each other's first update. */
        UP("neighbor up"),
        /** Gone. */
        DOWN("neighbor down"),
        /** Its hello does not fit. */
        REFUSED("neighbor refused");

        private final String message;

        NeighborChange(String message) {
            this.message = message;
        }
    }

    /**
     * A neighbour came, went or was refused.
     *
     * @param change what happened
     * @param interfaceName interface
     * @param neighbor its address
     * @param reason why
     */
    record NeighborEvent(NeighborChange change, String interfaceName, IpAddress neighbor, String reason)
            implements EigrpTraceEvent {

        @Override
        public String message() {
            return change.message;
        }

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("neighbor", neighbor);
            fields.text("interface", interfaceName);
        }
    }

    /**
     * An update, query or reply was sent, repeated or received.
     *
     * @param what {@code sent}, {@code repeated} or {@code received}
     * @param interfaceName interface
     * @param neighbor who it went to or came from
     * @param packet the packet
     */
    record PacketEvent(String what, String interfaceName, IpAddress neighbor, EigrpPacket packet)
            implements EigrpTraceEvent {

        @Override
        public String message() {
            String flags = packet.flags().initialize() ? " (init)" : packet.flags().endOfTable() ? " (end of table)" : "";
            return packet.summary() + flags + " " + what;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("neighbor", neighbor);
            fields.text("interface", interfaceName);
            fields.number("sequence", packet.sequence());
            fields.number("routes", packet.tlvs().size());
            fields.prefix("firstDestination", packet.routes().isEmpty() ? null : packet.routes().get(0).destination());
        }
    }

    /**
     * DUAL changed its mind about a destination.
     *
     * @param decision what it decided, from a small set
     * @param prefix destination
     * @param nextHop next hop, null when there is none
     * @param interfaceName interface, null when there is none
     * @param metric composite metric, or infinity
     * @param feasibleDistance feasible distance, or infinity
     * @param reason why
     */
    record RouteEvent(String decision, IpPrefix prefix, IpAddress nextHop, String interfaceName, long metric,
            long feasibleDistance, String reason) implements EigrpTraceEvent {

        @Override
        public String message() {
            return decision;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.prefix("prefix", prefix);
            fields.address("nextHop", nextHop);
            fields.text("interface", interfaceName);
            fields.number("metric", metric);
            fields.number("feasibleDistance", feasibleDistance);
        }
    }

    /**
     * A policy keeps a route of a neighbour out.
     *
     * @param prefix destination
     * @param neighbor who told it
     * @param interfaceName interface
     * @param reason which statement decided
     */
    record RouteDenied(IpPrefix prefix, IpAddress neighbor, String interfaceName, String reason) implements EigrpTraceEvent {

        @Override
        public String message() {
            return "route denied";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.prefix("prefix", prefix);
            fields.address("neighbor", neighbor);
            fields.text("interface", interfaceName);
        }
    }

    /**
     * Something that the model asks for and this EIGRP does not do.
     *
     * @param what what it is
     * @param interfaceName interface
     */
    record Unsupported(String what, String interfaceName) implements EigrpTraceEvent {

        @Override
        public String message() {
            return "not supported";
        }

        @Override
        public String reason() {
            return what;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("interface", interfaceName);
        }
    }
}
