package dmvpn.sim.ike.v1;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.ike.LivenessStep;
import dmvpn.sim.ike.PeerAddresses;
import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;

/** What key exchange with IKEv1 reports. */
sealed interface IsakmpTraceEvent extends TraceEvent {

    @Override
    default String protocol() {
        return "IKEv1";
    }

    /** Which way a message went. */
    enum Direction {
        /** For the first time. */
        SENT("sent"),
        /** Again, because there was no answer or the message before came again. */
        RETRANSMITTED("sent again"),
        /** From the peer. */
        RECEIVED("received");

        private final String text;

        Direction(String text) {
            this.text = text;
        }
    }

    /** A message. */
    record Message(Direction direction, PeerAddresses peer, IsakmpPacket packet) implements IsakmpTraceEvent {

        @Override
        public String message() {
            return packet.exchange().text() + " message " + direction.text;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("local", peer.local());
            fields.address("peer", peer.remote());
            fields.hex("initiatorCookie", packet.initiatorCookie());
            fields.hex("responderCookie", packet.responderCookie());
            fields.hex("messageId", packet.messageId());
            fields.text("carries", packet.contents());
        }
    }

    /** An ISAKMP SA came up or went away. */
    record SecurityAssociation(boolean up, IsakmpSa sa, String reason) implements IsakmpTraceEvent {

        @Override
        public String message() {
            return up ? "ISAKMP SA up" : "ISAKMP SA down";
        }

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            describeSa(fields, sa);
            fields.text("role", sa.isInitiator() ? "initiator" : "responder");
        }
    }

    /** An attempt came to nothing. */
    record Failure(boolean quickMode, IsakmpSa sa, String reason) implements IsakmpTraceEvent {

        @Override
        public String message() {
            return quickMode ? "quick mode failed" : "phase 1 failed";
        }

        @Override
        public void describe(FieldWriter fields) {
            describeSa(fields, sa);
            fields.text("state", sa.state.name());
        }
    }

    /** Dead peer detection. */
    record DeadPeer(IsakmpSa sa, LivenessStep step, int questions) implements IsakmpTraceEvent {

        @Override
        public String message() {
            return step.text();
        }

        @Override
        public void describe(FieldWriter fields) {
            describeSa(fields, sa);
            fields.number("questions", questions);
        }
    }

    /** Translating devices were found on the way. */
    record NatDetected(PeerAddresses peer, String reason) implements IsakmpTraceEvent {

        @Override
        public String message() {
            return "NAT detected";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("local", peer.local());
            fields.address("peer", peer.remote());
        }
    }

    /** The peer's packets come from another port: the translating device in front of it has a new mapping. */
    record PortFollowed(IsakmpSa sa, int port) implements IsakmpTraceEvent {

        @Override
        public String message() {
            return "peer has another port";
        }

        @Override
        public String reason() {
            return "its packets come from there now";
        }

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            describeSa(fields, sa);
            fields.number("port", port);
        }
    }

    /** The peer's packets come from another address: the translating device in front of it has a new one. */
    record AddressFollowed(IsakmpSa sa, IpAddress address) implements IsakmpTraceEvent {

        @Override
        public String message() {
            return "peer has another address";
        }

        @Override
        public String reason() {
            return "its packets come from there now";
        }

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            describeSa(fields, sa);
            fields.address("address", address);
            fields.number("port", sa.ports.remote());
        }
    }

    /** A byte went out that keeps a mapping alive (RFC 3948 section 4). */
    record KeepaliveSent(IsakmpSa sa) implements IsakmpTraceEvent {

        @Override
        public String message() {
            return "NAT keepalive sent";
        }

        @Override
        public boolean isKeepAlive() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            describeSa(fields, sa);
        }
    }

    /** A message or request that nothing came of. */
    record Ignored(PeerAddresses peer, String message, String reason) implements IsakmpTraceEvent {

        @Override
        public void describe(FieldWriter fields) {
            fields.address("local", peer.local());
            fields.address("peer", peer.remote());
        }
    }

    private static void describeSa(FieldWriter fields, IsakmpSa sa) {
        fields.address("local", sa.peer().local());
        fields.address("peer", sa.peer().remote());
        fields.hex("initiatorCookie", sa.initiatorCookie());
        fields.hex("responderCookie", sa.responderCookie);
    }
}
