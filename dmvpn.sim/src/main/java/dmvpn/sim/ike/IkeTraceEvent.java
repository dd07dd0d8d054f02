package dmvpn.sim.ike;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.IkePayload;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;
import java.util.StringJoiner;

/** What key exchange reports. */
sealed interface IkeTraceEvent extends TraceEvent {

    @Override
    default String protocol() {
        return "IKEv2";
    }

    /** Which way a message went. */
    enum Direction {
        /** For the first time. */
        SENT("sent"),
        /** Again, because there was no answer or the request came again. */
        RETRANSMITTED("sent again"),
        /** From the peer. */
        RECEIVED("received");

        private final String text;

        Direction(String text) {
            this.text = text;
        }
    }

    /** A message. */
    record Message(Direction direction, PeerAddresses peer, IkePacket packet) implements IkeTraceEvent {

        @Override
        public String message() {
            return packet.summary() + " " + direction.text;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("local", peer.local());
            fields.address("peer", peer.remote());
            fields.hex("initiatorSpi", packet.initiatorSpi());
            fields.hex("responderSpi", packet.responderSpi());
            fields.number("messageId", packet.messageId());
            fields.text("carries", contents(packet));
        }

        /** The payloads in the short notation of RFC 7296 section 1.2. */
        private static String contents(IkePacket packet) {
            StringJoiner names = new StringJoiner(" ");
            for (IkePayload payload : packet.payloads()) {
                names.add(shortName(payload));
            }
            return names.toString();
        }

        private static String shortName(IkePayload payload) {
            return switch (payload) {
                case IkePayload.SecurityAssociation sa -> "SA";
                case IkePayload.KeyExchange keyExchange -> "KE";
                case IkePayload.Nonce nonce -> "Nonce";
                case IkePayload.IdInitiator identity -> "IDi";
                case IkePayload.IdResponder identity -> "IDr";
                case IkePayload.CertificatePayload certificate -> "CERT";
                case IkePayload.CertificateRequest request -> "CERTREQ";
                case IkePayload.Authentication authentication -> "AUTH";
                case IkePayload.TsInitiator selectors -> "TSi";
                case IkePayload.TsResponder selectors -> "TSr";
                case IkePayload.Notify notify -> "N(" + notify.notifyType() + ")";
                case IkePayload.Delete delete -> "D(" + delete.protocol() + ")";
                case IkePayload.Unknown unknown -> "unknown payload";
            };
        }
    }

    /** An IKE SA came up or went away. */
    record SecurityAssociation(boolean up, IkeSa sa, String reason) implements IkeTraceEvent {

        @Override
        public String message() {
            return up ? "IKE SA up" : "IKE SA down";
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

    /** An attempt at an IKE SA, or at a child SA on one, came to nothing. */
    record Failure(Negotiation negotiation, IkeSa sa, String reason) implements IkeTraceEvent {

        @Override
        public String message() {
            return negotiation.text;
        }

        @Override
        public void describe(FieldWriter fields) {
            describeSa(fields, sa);
        }
    }

    /** What failed. */
    enum Negotiation {
        /** The IKE SA. */
        IKE_SA("IKE SA negotiation failed"),
        /** A child SA. */
        CHILD_SA("child SA negotiation failed"),
        /** A new IKE SA for an old one. */
        IKE_REKEY("IKE SA rekey failed"),
        /** A new child SA for an old one. */
        CHILD_REKEY("child SA rekey failed");

        private final String text;

        Negotiation(String text) {
            this.text = text;
        }
    }

    /** Dead peer detection. */
    record DeadPeer(IkeSa sa, LivenessStep step, int questions) implements IkeTraceEvent {

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
    record NatDetected(PeerAddresses peer, String reason) implements IkeTraceEvent {

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
    record PortFollowed(IkeSa sa, int port) implements IkeTraceEvent {

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
    record AddressFollowed(IkeSa sa, IpAddress address) implements IkeTraceEvent {

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
    record KeepaliveSent(IkeSa sa) implements IkeTraceEvent {

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
    record Ignored(PeerAddresses peer, String message, String reason) implements IkeTraceEvent {

        @Override
        public void describe(FieldWriter fields) {
            fields.address("local", peer.local());
            fields.address("peer", peer.remote());
        }
    }

    private static void describeSa(FieldWriter fields, IkeSa sa) {
        fields.address("local", sa.peer().local());
        fields.address("peer", sa.peer().remote());
        fields.hex("initiatorSpi", sa.initiatorSpi());
        fields.hex("responderSpi", sa.responderSpi());
    }
}
