package dmvpn.sim.bgp;

import dmvpn.sim.bgp.BgpTraceEvent.MessageEvent;
import dmvpn.sim.bgp.message.BgpMessage;

/** Sends messages, and counts and records those that are sent and received. */
final class SessionMessages {

    private final BgpContext context;

    SessionMessages(BgpContext context) {
        this.context = context;
    }

    /** Sends a message over an established session. */
    void send(BgpPeer peer, BgpMessage message) {
        send(peer.session().orElseThrow(), message, "");
    }

    /** Lets what was sent leave in common segments. */
    void flush(BgpPeer peer) {
        peer.session().ifPresent(connection -> connection.tcp().flush());
    }

    /**
     * Sends a message over a connection; an UPDATE waits for {@link #flush}.
     *
     * @param reason why, for people; empty when the message says it all
     */
    void send(PeerConnection connection, BgpMessage message, String reason) {
        BgpPeer peer = connection.peer();
        count(peer.sent(), message);
        context.record(new MessageEvent(true, peer.address(), message, reason), peer.settings().peering().origin());
        connection.tcp().send(message);
        if (!(message instanceof BgpMessage.Update)) {
            connection.tcp().flush();
        }
    }

    /** A message came. */
    void received(BgpPeer peer, BgpMessage message) {
        count(peer.received(), message);
        peer.heard(context.nowNanos());
        context.record(new MessageEvent(false, peer.address(), message, message instanceof BgpMessage.Notification notification
                ? notification.title() : ""), peer.settings().peering().origin());
    }

    private static void count(BgpPeer.Counters counters, BgpMessage message) {
        switch (message) {
            case BgpMessage.Open open -> counters.opens++;
            case BgpMessage.Update update -> counters.updates++;
            case BgpMessage.Notification notification -> counters.notifications++;
            case BgpMessage.Keepalive keepalive -> counters.keepalives++;
            case BgpMessage.RouteRefresh refresh -> counters.refreshes++;
        }
    }
}
