package dmvpn.sim.rip;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.rip.message.RipEntry;
import dmvpn.sim.rip.message.RipPacket;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;
import java.util.List;

/** What RIP reports: its messages, and what becomes of routes. */
public sealed interface RipTraceEvent extends TraceEvent {

    @Override
    default String protocol() {
        return "RIP";
    }

    /** Why a message is sent, or what one that arrived is worth. */
    enum Occasion {
        /** RIP begins on the interface. */
        START("RIP starts on the interface", false),
        /** The periodic update. */
        INTERVAL("update interval", true),
        /** Something changed. */
        TRIGGERED("triggered update", false),
        /** Answers a request. */
        ANSWER("answers a request", false),
        /** An update that changes something here. */
        NEWS("something is new", false),
        /** An update as expected. */
        NOTHING_NEW("nothing new", true),
        /** A request. */
        ASKED("asks for routes", false);

        private final String reason;
        private final boolean keepAlive;

        Occasion(String reason, boolean keepAlive) {
            this.reason = reason;
            this.keepAlive = keepAlive;
        }
    }

    /**
     * A message was sent or received.
     *
     * @param sent true for sent, false for received
     * @param occasion why it is sent, or what it is worth
     * @param interfaceName interface
     * @param peer who it goes to or comes from
     * @param packet the message
     */
    record PacketEvent(boolean sent, Occasion occasion, String interfaceName, IpAddress peer, RipPacket packet)
            implements RipTraceEvent {

        @Override
        public String message() {
            return packet.summary() + (sent ? " sent" : " received");
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
            List<RipEntry.Route> routes = packet.routes();
            fields.address(sent ? "destination" : "neighbor", peer);
            fields.text("interface", interfaceName);
            fields.number("routes", routes.size());
            fields.prefix("firstDestination", routes.isEmpty() ? null : routes.getFirst().destination());
        }
    }

    /**
     * A message that arrived and counts for nothing.
     *
     * @param interfaceName interface
     * @param sender its sender
     * @param reason why
     */
    record Ignored(String interfaceName, IpAddress sender, String reason) implements RipTraceEvent {

        @Override
        public String message() {
            return "message ignored";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("neighbor", sender);
            fields.text("interface", interfaceName);
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
    record RouteDenied(IpPrefix prefix, IpAddress neighbor, String interfaceName, String reason) implements RipTraceEvent {

        @Override
        public String message() {
            return "route denied";
        }

        @Override
        public boolean isKeepAlive() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.prefix("prefix", prefix);
            fields.address("neighbor", neighbor);
            fields.text("interface", interfaceName);
        }
    }

    /**
     * Something became of a route.
     *
     * @param change what, from a small set
     * @param prefix destination
     * @param nextHop next hop, null when there is none
     * @param interfaceName interface, null when there is none
     * @param metric hops as the router counts them; 16 for unreachable
     * @param reason why
     */
    record RouteChanged(String change, IpPrefix prefix, IpAddress nextHop, String interfaceName, int metric, String reason)
            implements RipTraceEvent {

        @Override
        public String message() {
            return change;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.prefix("prefix", prefix);
            fields.address("nextHop", nextHop);
            fields.text("interface", interfaceName);
            fields.number("metric", metric);
        }
    }

    /**
     * Something that the model asks for and this RIP does not do.
     *
     * @param reason what it is
     * @param interfaceName interface
     */
    record Unsupported(String reason, String interfaceName) implements RipTraceEvent {

        @Override
        public String message() {
            return "not supported";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("interface", interfaceName);
        }
    }
}
