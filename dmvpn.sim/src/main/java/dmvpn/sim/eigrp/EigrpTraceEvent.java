package dmvpn.sim.eigrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.eigrp.message.EigrpPacket;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;

/** What EIGRP reports: neighbours, packets with routes, and what DUAL decides. */
public sealed interface EigrpTraceEvent extends TraceEvent {

    @Override
    default String protocol() {
        return "EIGRP";
    }

    /**
     * A hello that is not one of the periodic ones.
     *
     * @param interfaceName interface
     * @param reason why it is sent
     */
    record HelloSent(String interfaceName, String reason) implements EigrpTraceEvent {

        @Override
        public String message() {
            return "Hello sent";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("interface", interfaceName);
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
        public void describe(FieldWriter fields) {
            fields.address("neighbor", neighbor);
            fields.text("interface", interfaceName);
        }
    }

    /**
     * An update, query or reply was sent, repeated or received. Acknowledgements are in captures only.
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
