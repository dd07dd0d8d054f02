package dmvpn.sim.ike.v1;

import dmvpn.network.origin.Origin;
import dmvpn.sim.ike.IkeBehaviour;
import dmvpn.sim.ike.PeerAddresses;
import dmvpn.sim.ike.UdpPorts;
import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.ike.v1.message.IsakmpPayload;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.UdpEncapsulated;
import dmvpn.sim.router.RouterContext;

/** Sends and reports the messages of one router. */
final class IsakmpTransport {

    private final RouterContext context;
    private final IkeBehaviour behaviour;

    IsakmpTransport(RouterContext context) {
        this.context = context;
        this.behaviour = IkeBehaviour.of(context.device().platform());
    }

    IkeBehaviour behaviour() {
        return behaviour;
    }

    Scheduler scheduler() {
        return context.scheduler();
    }

    long nowNanos() {
        return context.scheduler().nowNanos();
    }

    String deviceName() {
        return context.device().name();
    }

    Origin deviceOrigin() {
        return context.device().origin();
    }

    IsakmpPayload.Nonce newNonce() {
        byte[] bytes = new byte[IsakmpPayload.Nonce.USUAL_BYTES];
        context.random().nextBytes(bytes);
        return new IsakmpPayload.Nonce(Octets.of(bytes));
    }

    /** A cookie, which is never zero (RFC 2408 section 2.5.3). */
    long newCookie() {
        long cookie = 0;
        while (cookie == 0) {
            cookie = context.random().nextLong();
        }
        return cookie;
    }

    /** A message id of an exchange after phase 1, which is never zero (RFC 2409 section 5.5). */
    long newMessageId() {
        long messageId = 0;
        while (messageId == 0) {
            messageId = Integer.toUnsignedLong(context.random().nextInt());
        }
        return messageId;
    }

    void send(IsakmpSa sa, IsakmpPacket packet, boolean again) {
        sa.lastSentNanos = nowNanos();
        send(sa.peer(), sa.ports, packet, again, sa.profile().origin());
    }

    /** Sends a byte that keeps the mapping of a translating device alive. */
    void sendKeepalive(IsakmpSa sa) {
        sa.lastSentNanos = nowNanos();
        context.record(new IsakmpTraceEvent.KeepaliveSent(sa), sa.profile().origin());
        sendDatagram(sa.peer(), sa.ports, UdpEncapsulated.KEEPALIVE);
    }

    void send(PeerAddresses peer, UdpPorts ports, IsakmpPacket packet, boolean again, Origin origin) {
        context.record(new IsakmpTraceEvent.Message(again ? IsakmpTraceEvent.Direction.RETRANSMITTED
                : IsakmpTraceEvent.Direction.SENT, peer, packet), origin);
        sendDatagram(peer, ports, ports.isNatTraversal() ? new UdpEncapsulated(true, packet) : packet);
    }

    private void sendDatagram(PeerAddresses peer, UdpPorts ports, Packet content) {
        context.ip().sendUdp(peer.frontDoorVrf(), peer.local(), ports.local(), peer.remote(), ports.remote(), content);
    }

    void record(IsakmpSa sa, IsakmpTraceEvent event) {
        context.record(event, sa.profile().origin());
    }

    void record(IsakmpTraceEvent event, Origin origin) {
        context.record(event, origin);
    }
}
