package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.nhrp.message.ErrorIndication;
import dmvpn.sim.nhrp.message.NhrpPacket;
import dmvpn.sim.nhrp.message.NhrpTransaction;
import dmvpn.sim.nhrp.message.RegistrationReply;
import dmvpn.sim.nhrp.message.ResolutionReply;
import dmvpn.sim.nhrp.message.TrafficIndication;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;

/** What NHRP reports: packets, states of servers and clients, the cache, and decisions with their reasons. */
public sealed interface NhrpTraceEvent extends TraceEvent {

    @Override
    default String protocol() {
        return "NHRP";
    }

    /** What happened to a packet. */
    enum PacketFate {
        /** Originated here. */
        SENT("sent"),
        /** Arrived. */
        RECEIVED("received"),
        /** Passed on toward its destination. */
        FORWARDED("forwarded"),
        /** Not acted upon. */
        DROPPED("dropped");

        private final String verb;

        PacketFate(String verb) {
            this.verb = verb;
        }
    }

    /**
     * An NHRP packet was sent, received, forwarded or dropped.
     *
     * @param fate what happened to it
     * @param tunnel tunnel interface
     * @param peerNbmaAddress who it went to or came from
     * @param packet the packet
     * @param reason why, may be empty
     */
    record PacketEvent(PacketFate fate, String tunnel, IpAddress peerNbmaAddress, NhrpPacket packet, String reason)
            implements NhrpTraceEvent {

        @Override
        public String message() {
            return packet.summary() + " " + fate.verb;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("tunnel", tunnel);
            fields.address("peerNbmaAddress", peerNbmaAddress);
            fields.address("sourceProtocolAddress", packet.header().sourceProtocolAddress());
            fields.address("destinationProtocolAddress", packet.header().destinationProtocolAddress());
            switch (packet) {
                case NhrpTransaction transaction -> describeTransaction(fields, transaction);
                case TrafficIndication indication ->
                        fields.address("dataDestination", indication.dataPacket().destination().orElse(null));
                case ErrorIndication error -> {
                    fields.text("code", error.code().title());
                    fields.number("offset", error.offset());
                }
            }
        }

        private static void describeTransaction(FieldWriter fields, NhrpTransaction transaction) {
            fields.number("requestId", transaction.requestId());
            boolean isAnswer = transaction instanceof RegistrationReply || transaction instanceof ResolutionReply;
            if (isAnswer && !transaction.entries().isEmpty()) {
                fields.text("code", transaction.entries().get(0).code().title());
            }
        }
    }

    /**
     * A next-hop server came up or went down, as this router sees it.
     *
     * @param tunnel tunnel interface
     * @param up true when it answers
     * @param protocolAddress tunnel address of the server
     * @param nbmaAddress underlay address of the server
     * @param reason why
     */
    record ServerState(String tunnel, boolean up, IpAddress protocolAddress, IpAddress nbmaAddress, String reason)
            implements NhrpTraceEvent {

        @Override
        public String message() {
            return up ? "NHS up" : "NHS down";
        }

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("tunnel", tunnel);
            fields.address("protocolAddress", protocolAddress);
            fields.address("nbmaAddress", nbmaAddress);
        }
    }

    /**
     * A next-hop client registered for the first time, or is gone.
     *
     * @param tunnel tunnel interface
     * @param up true when registered
     * @param protocolAddress tunnel address of the client
     * @param nbmaAddress underlay address of the client
     * @param reason why
     */
    record ClientState(String tunnel, boolean up, IpAddress protocolAddress, IpAddress nbmaAddress, String reason)
            implements NhrpTraceEvent {

        @Override
        public String message() {
            return up ? "NHC up" : "NHC down";
        }

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("tunnel", tunnel);
            fields.address("protocolAddress", protocolAddress);
            fields.address("nbmaAddress", nbmaAddress);
        }
    }

    /** What happened to a cache entry. */
    enum CacheChange {
        /** New. */
        ADDED("cache entry added"),
        /** Renewed or with another content. */
        UPDATED("cache entry updated"),
        /** Gone. */
        REMOVED("cache entry removed");

        private final String message;

        CacheChange(String message) {
            this.message = message;
        }
    }

    /**
     * The cache changed.
     *
     * @param change what happened
     * @param tunnel tunnel interface
     * @param target prefix of the entry
     * @param nextHop overlay address behind which it is
     * @param nbmaAddress address to encapsulate to, null when unknown
     * @param entryType type as {@code show ip nhrp} prints it
     * @param flags flags as {@code show ip nhrp} prints them
     * @param reason why
     */
    record CacheEvent(CacheChange change, String tunnel, IpPrefix target, IpAddress nextHop, IpAddress nbmaAddress,
            String entryType, String flags, String reason) implements NhrpTraceEvent {

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
            fields.prefix("target", target);
            fields.address("nextHop", nextHop);
            fields.address("nbmaAddress", nbmaAddress);
            fields.text("type", entryType);
            fields.text("flags", flags);
            fields.text("tunnel", tunnel);
        }
    }

    /**
     * A shortcut came into use or went out of use.
     *
     * @param installed true when it came
     * @param tunnel tunnel interface
     * @param prefix destination
     * @param nextHop overlay address of the station behind which it is
     * @param form how: a route, or an override of another owner's next hop
     * @param reason why
     */
    record ShortcutEvent(boolean installed, String tunnel, IpPrefix prefix, IpAddress nextHop, String form, String reason)
            implements NhrpTraceEvent {

        @Override
        public String message() {
            return installed ? "shortcut installed" : "shortcut withdrawn";
        }

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.prefix("prefix", prefix);
            fields.address("nextHop", nextHop);
            fields.text("form", form);
            fields.text("tunnel", tunnel);
        }
    }

    /**
     * A decision that no packet or table shows.
     *
     * @param decision what was decided, from a small set
     * @param tunnel tunnel interface
     * @param protocolAddress the overlay address that it is about
     * @param nbmaAddress the underlay address that it is about, null when there is none
     * @param reason why
     */
    record Decision(String decision, String tunnel, IpAddress protocolAddress, IpAddress nbmaAddress, String reason)
            implements NhrpTraceEvent {

        @Override
        public String message() {
            return decision;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("tunnel", tunnel);
            fields.address("protocolAddress", protocolAddress);
            fields.address("nbmaAddress", nbmaAddress);
        }
    }
}
