package dmvpn.sim.ospf;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.ospf.message.LinkStateHeader;
import dmvpn.sim.ospf.message.OspfBody;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;

/** What OSPF reports: its packets, its interfaces and neighbours, its advertisements and its calculations. */
public sealed interface OspfTraceEvent extends TraceEvent {

    @Override
    default String protocol() {
        return "OSPF";
    }

    /** Why a hello is sent. */
    enum HelloOccasion {
        /** OSPF begins on the interface. */
        START("OSPF starts on the interface", true),
        /** The hello interval is over. */
        INTERVAL("hello interval", true),
        /** Configured neighbours that hear of the designated router alone. */
        DESIGNATED("this router is designated now", false),
        /** A configured neighbour that is silent. */
        POLL("poll interval", true),
        /** Answers a neighbour that was called for the first time. */
        ANSWER("answers the hello", true),
        /** Multicast on the interface has one more target. */
        NEW_TARGET("multicast reaches another neighbor now", false);

        private final String reason;
        private final boolean keepAlive;

        HelloOccasion(String reason, boolean keepAlive) {
            this.reason = reason;
            this.keepAlive = keepAlive;
        }
    }

    /**
     * A hello was sent.
     *
     * @param occasion why
     * @param interfaceName interface
     * @param destination group or neighbour
     */
    record HelloSent(HelloOccasion occasion, String interfaceName, IpAddress destination) implements OspfTraceEvent {

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
        }
    }

    /**
     * A hello arrived that fits. What it changes is an event of its own.
     *
     * @param interfaceName interface
     * @param source its sender
     * @param routerId router ID of the sender
     */
    record HelloReceived(String interfaceName, IpAddress source, Ipv4Address routerId) implements OspfTraceEvent {

        @Override
        public String message() {
            return "Hello received";
        }

        @Override
        public boolean isKeepAlive() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("interface", interfaceName);
            fields.address("source", source);
            fields.address("routerId", routerId);
        }
    }

    /**
     * Packets of a source are not taken: there will be no adjacency. Recorded once for each source and reason.
     *
     * @param interfaceName interface
     * @param source sender of the packets
     * @param reason why not
     * @param own what this router has in the place that differs, null when nothing is compared
     * @param other what the packet has
     */
    record Refused(String interfaceName, IpAddress source, String reason, String own, String other)
            implements OspfTraceEvent {

        @Override
        public String message() {
            return "neighbor refused";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("interface", interfaceName);
            fields.address("source", source);
            fields.text("own", own);
            fields.text("other", other);
        }
    }

    /**
     * A packet other than a hello was sent, repeated or received.
     *
     * @param what {@code sent}, {@code repeated} or {@code received}
     * @param interfaceName interface
     * @param address where it went to or came from
     * @param body the packet
     */
    record PacketEvent(String what, String interfaceName, IpAddress address, OspfBody body) implements OspfTraceEvent {

        @Override
        public String message() {
            return body.title() + " " + what;
        }

        @Override
        public boolean isKeepAlive() {
            return body instanceof OspfBody.LinkStateAcknowledgment;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("interface", interfaceName);
            fields.address("address", address);
            switch (body) {
                case OspfBody.Hello hello -> { }
                case OspfBody.DatabaseDescription description -> {
                    fields.number("sequence", description.sequence());
                    fields.flag("initial", description.initial());
                    fields.flag("more", description.more());
                    fields.flag("master", description.master());
                    fields.number("headers", description.headers().size());
                }
                case OspfBody.LinkStateRequest request -> fields.number("requests", request.keys().size());
                case OspfBody.LinkStateUpdate update -> fields.number("advertisements", update.advertisements().size());
                case OspfBody.LinkStateAcknowledgment acknowledgment ->
                    fields.number("headers", acknowledgment.headers().size());
            }
        }
    }

    /**
     * An interface changed its state.
     *
     * @param interfaceName interface
     * @param state state from now on
     * @param designatedRouter designated router, null where there is none
     * @param backupDesignatedRouter its backup, null where there is none
     * @param reason why
     */
    record InterfaceChanged(String interfaceName, String state, Ipv4Address designatedRouter,
            Ipv4Address backupDesignatedRouter, String reason) implements OspfTraceEvent {

        @Override
        public String message() {
            return "interface " + state;
        }

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("interface", interfaceName);
            fields.address("designatedRouter", designatedRouter);
            fields.address("backupDesignatedRouter", backupDesignatedRouter);
        }
    }

    /**
     * A neighbour changed its state.
     *
     * @param interfaceName interface
     * @param address its address
     * @param routerId its router ID
     * @param before state before
     * @param now state from now on
     * @param reason why
     */
    record NeighborChanged(String interfaceName, IpAddress address, Ipv4Address routerId, String before, String now,
            String reason) implements OspfTraceEvent {

        @Override
        public String message() {
            return "neighbor " + now;
        }

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("neighbor", address);
            fields.text("interface", interfaceName);
            fields.address("routerId", routerId);
            fields.text("before", before);
        }
    }

    /**
     * An own advertisement was originated or flushed, or one in the database grew too old.
     *
     * @param what what happened
     * @param area area, null for the whole autonomous system
     * @param header header of the instance
     * @param reason why
     */
    record AdvertisementEvent(String what, Ipv4Address area, LinkStateHeader header, String reason)
            implements OspfTraceEvent {

        @Override
        public String message() {
            return "advertisement " + what;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("area", area);
            fields.number("type", header.key().type().code());
            fields.address("id", header.key().id());
            fields.address("advertisingRouter", header.key().advertisingRouter());
            fields.hex("sequence", Integer.toUnsignedLong(header.sequence()));
        }
    }

    /**
     * Routes were calculated.
     *
     * @param routes number of networks with a route
     * @param changed number of routes that changed
     */
    record Calculated(int routes, int changed) implements OspfTraceEvent {

        @Override
        public String message() {
            return "routes calculated";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.number("routes", routes);
            fields.number("changed", changed);
        }
    }

    /**
     * A policy keeps a route out of the routing table.
     *
     * @param prefix destination
     * @param reason which statement decided
     */
    record RouteDenied(IpPrefix prefix, String reason) implements OspfTraceEvent {

        @Override
        public String message() {
            return "route denied";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.prefix("prefix", prefix);
        }
    }

    /**
     * Something of the configuration that cannot take effect.
     *
     * @param what what it is
     * @param interfaceName interface, null when it is about the whole process
     */
    record WithoutEffect(String what, String interfaceName) implements OspfTraceEvent {

        @Override
        public String message() {
            return "without effect";
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
