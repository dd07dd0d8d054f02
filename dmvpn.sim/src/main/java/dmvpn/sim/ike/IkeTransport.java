package dmvpn.sim.ike;

import dmvpn.network.origin.Origin;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.IkePayload.Nonce;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.UdpEncapsulated;
import dmvpn.sim.router.RouterContext;

/** Sends and reports the messages of one router. */
final class IkeTransport {

    private final RouterContext context;
    private final IkeBehaviour behaviour;

    IkeTransport(RouterContext context) {
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

    /** A nonce of the router's seeded randomness. */
    Nonce newNonce() {
        return Nonce.random(context.random());
    }

    /** Sends a message of an IKE SA. */
    void send(IkeSa sa, IkePacket message, boolean again) {
        sa.lastSentNanos = nowNanos();
        send(sa.peer(), sa.ports, message, again, sa.profile().origin());
    }

    /** Sends a byte that keeps the mapping of a translating device alive. */
    void sendKeepalive(IkeSa sa) {
        sa.lastSentNanos = nowNanos();
        context.record(new IkeTraceEvent.KeepaliveSent(sa), sa.profile().origin());
        sendDatagram(sa.peer(), sa.ports, UdpEncapsulated.KEEPALIVE);
    }

    /** Sends a message in the front-door VRF. */
    void send(PeerAddresses peer, UdpPorts ports, IkePacket message, boolean again, Origin origin) {
        IkeTraceEvent.Direction direction =
                again ? IkeTraceEvent.Direction.RETRANSMITTED : IkeTraceEvent.Direction.SENT;
        context.record(new IkeTraceEvent.Message(direction, peer, message), origin);
        sendDatagram(peer, ports, ports.isNatTraversal() ? new UdpEncapsulated(true, message) : message);
    }

    private void sendDatagram(PeerAddresses peer, UdpPorts ports, Packet content) {
        context.ip().sendUdp(peer.frontDoorVrf(), peer.local(), ports.local(), peer.remote(), ports.remote(), content);
    }

    /** Sends and keeps the answer to a request. */
    void answer(IkeSa sa, IkePacket answer) {
        sa.lastAnswer = answer;
        send(sa, answer, false);
    }

    void record(IkeSa sa, IkeTraceEvent event) {
        context.record(event, sa.profile().origin());
    }

    void record(IkeTraceEvent event, Origin origin) {
        context.record(event, origin);
    }

    String deviceName() {
        return context.device().name();
    }

    Origin deviceOrigin() {
        return context.device().origin();
    }
}
