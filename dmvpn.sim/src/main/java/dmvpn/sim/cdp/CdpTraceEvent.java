package dmvpn.sim.cdp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.cdp.message.CdpFrame;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;

/** What CDP reports: its frames, and who is found and lost. */
public sealed interface CdpTraceEvent extends TraceEvent {

    @Override
    default String protocol() {
        return "CDP";
    }

    /** Why a frame is sent, or what one that arrived is worth. */
    enum Occasion {
        /** CDP begins on the link. */
        START("CDP starts on the link", false),
        /** The periodic frame. */
        INTERVAL("announcement interval", true),
        /** Multicast reaches somebody new. */
        NEW_TARGET("multicast reaches a new neighbor", false),
        /** A frame that says something new. */
        NEWS("something is new", false),
        /** A frame as expected. */
        NOTHING_NEW("nothing new", true);

        private final String reason;
        private final boolean keepAlive;

        Occasion(String reason, boolean keepAlive) {
            this.reason = reason;
            this.keepAlive = keepAlive;
        }
    }

    /**
     * A frame was sent or received.
     *
     * @param sent true for sent, false for received
     * @param occasion why it is sent, or what it is worth
     * @param interfaceName interface
     * @param frame the frame
     */
    record FrameEvent(boolean sent, Occasion occasion, String interfaceName, CdpFrame frame) implements CdpTraceEvent {

        @Override
        public String message() {
            return frame.summary() + (sent ? " sent" : " received");
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
            frame.describe(fields);
        }
    }

    /**
     * A neighbour was found or lost.
     *
     * @param found true for found, false for lost
     * @param interfaceName interface
     * @param deviceId its name
     * @param address its address, null when it told none
     * @param reason why
     */
    record NeighborChanged(boolean found, String interfaceName, String deviceId, IpAddress address, String reason)
            implements CdpTraceEvent {

        @Override
        public String message() {
            return found ? "neighbor found" : "neighbor lost";
        }

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("device", deviceId);
            fields.address("neighbor", address);
            fields.text("interface", interfaceName);
        }
    }
}
