package dmvpn.sim.bfd;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.bfd.message.BfdPacket;
import dmvpn.sim.bfd.message.BfdState;
import dmvpn.sim.router.NeighborDetection.WatchedNeighbor;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;
import java.util.Locale;

/** What BFD reports: packets that say something new, and what becomes of sessions. */
public sealed interface BfdTraceEvent extends TraceEvent {

    @Override
    default String protocol() {
        return "BFD";
    }

    /**
     * A packet that differs from the one before it was sent or received.
     *
     * @param sent true for sent, false for received
     * @param neighbor the other end
     * @param packet the packet
     */
    record PacketEvent(boolean sent, WatchedNeighbor neighbor, BfdPacket packet) implements BfdTraceEvent {

        @Override
        public String message() {
            return packet.summary() + (sent ? " sent" : " received");
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("neighbor", neighbor.address());
            fields.text("interface", neighbor.interfaceName());
            packet.describe(fields);
        }
    }

    /**
     * A session is in another state.
     *
     * @param neighbor the other end
     * @param state the new state
     * @param localDiscriminator number of the session here
     * @param remoteDiscriminator number of the session there, 0 for unknown
     * @param reason why
     */
    record SessionChanged(WatchedNeighbor neighbor, BfdState state, long localDiscriminator, long remoteDiscriminator,
            String reason) implements BfdTraceEvent {

        @Override
        public String message() {
            return "session " + state.title().toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("neighbor", neighbor.address());
            fields.text("interface", neighbor.interfaceName());
            fields.number("localDiscriminator", localDiscriminator);
            fields.number("remoteDiscriminator", remoteDiscriminator);
        }
    }

    /**
     * A session began or ended, or cannot be.
     *
     * @param message what happened
     * @param neighbor the other end
     * @param client protocol that asked for it; empty when none did
     * @param reason why
     */
    record SessionEvent(String message, WatchedNeighbor neighbor, String client, String reason) implements BfdTraceEvent {

        @Override
        public void describe(FieldWriter fields) {
            fields.address("neighbor", neighbor.address());
            fields.text("interface", neighbor.interfaceName());
            fields.text("client", client.isEmpty() ? null : client);
        }
    }

    /**
     * A packet that arrived and counts for nothing; recorded once for each sender and reason.
     *
     * @param interfaceName interface
     * @param sender its sender
     * @param reason why
     */
    record Ignored(String interfaceName, IpAddress sender, String reason) implements BfdTraceEvent {

        @Override
        public String message() {
            return "packet ignored";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("neighbor", sender);
            fields.text("interface", interfaceName);
        }
    }
}
