package dmvpn.sim.bgp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.bgp.message.BgpMessage;
import dmvpn.sim.bgp.message.PathAttributes;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;

/** What BGP reports: its sessions, its messages, and what it decides about routes. */
public sealed interface BgpTraceEvent extends TraceEvent {

    @Override
    default String protocol() {
        return "BGP";
    }

    /**
     * A message was sent or received.
     *
     * @param sent true for sent, false for received
     * @param neighbor who it went to or came from
     * @param content the message
     * @param reason why it was sent or what it means, for people; empty when the message says it all
     */
    record MessageEvent(boolean sent, IpAddress neighbor, BgpMessage content, String reason) implements BgpTraceEvent {

        @Override
        public String message() {
            return content.summary().substring("BGP ".length()) + (sent ? " sent" : " received");
        }

        @Override
        public boolean isKeepAlive() {
            return content instanceof BgpMessage.Keepalive;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("neighbor", neighbor);
            content.describe(fields);
            if (content instanceof BgpMessage.Update update) {
                fields.text("asPath", update.attributes().map(PathAttributes::asPath).map(Object::toString).orElse(null));
            }
        }
    }

    /**
     * A session changed its state.
     *
     * @param neighbor the neighbour
     * @param state the new state, as IOS writes it
     * @param reason why
     */
    record StateChanged(IpAddress neighbor, String state, String reason) implements BgpTraceEvent {

        @Override
        public String message() {
            return "session " + state;
        }

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("neighbor", neighbor);
        }
    }

    /**
     * A neighbour came up or is lost.
     *
     * @param up true when routes can be exchanged
     * @param neighbor the neighbour
     * @param autonomousSystem its autonomous system
     * @param reason why
     */
    record NeighborEvent(boolean up, IpAddress neighbor, long autonomousSystem, String reason) implements BgpTraceEvent {

        @Override
        public String message() {
            return up ? "neighbor up" : "neighbor down";
        }

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("neighbor", neighbor);
            fields.number("autonomousSystem", autonomousSystem);
        }
    }

    /**
     * Somebody from a range that neighbours are accepted from is not accepted.
     *
     * @param neighbor who asked for a connection
     * @param reason why not
     */
    record NeighborRefused(IpAddress neighbor, String reason) implements BgpTraceEvent {

        @Override
        public String message() {
            return "neighbor refused";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("neighbor", neighbor);
        }
    }

    /**
     * A route of a neighbour is not used.
     *
     * @param neighbor the neighbour
     * @param prefix destination
     * @param asPath its path
     * @param reason why
     */
    record RouteDenied(IpAddress neighbor, IpPrefix prefix, String asPath, String reason) implements BgpTraceEvent {

        @Override
        public String message() {
            return "route denied";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("neighbor", neighbor);
            fields.prefix("prefix", prefix);
            fields.text("asPath", asPath);
        }
    }

    /**
     * Another route to a destination is the best from now on, or none is.
     *
     * @param prefix destination
     * @param nextHop next hop of the best route, null when there is none or it is an own one
     * @param neighbor who announced it, null for an own one
     * @param asPath its path, null when there is no route
     * @param reason what decided
     */
    record BestPathChanged(IpPrefix prefix, IpAddress nextHop, IpAddress neighbor, String asPath, String reason)
            implements BgpTraceEvent {

        @Override
        public String message() {
            return asPath == null ? "no path" : "best path";
        }

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.prefix("prefix", prefix);
            fields.address("nextHop", nextHop);
            fields.address("neighbor", neighbor);
            fields.text("asPath", asPath);
        }
    }

    /**
     * A next hop can be reached from now on, or not any more.
     *
     * @param nextHop the next hop
     * @param reachable true when a route leads to it
     * @param metric metric of that route
     */
    record NextHopChanged(IpAddress nextHop, boolean reachable, long metric) implements BgpTraceEvent {

        @Override
        public String message() {
            return reachable ? "next hop reachable" : "next hop unreachable";
        }

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("nextHop", nextHop);
            fields.number("metric", metric);
        }
    }
}
