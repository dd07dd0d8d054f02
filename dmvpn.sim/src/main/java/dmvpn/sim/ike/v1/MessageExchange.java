package dmvpn.sim.ike.v1;

import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Scheduler;

/**
 * The last messages of one exchange. What waits for an answer is sent again until it comes; a message that comes again gets
 * the same answer again (RFC 2408 section 5.1).
 */
final class MessageExchange implements EventHandler {

    private final IsakmpSa sa;
    private final IsakmpTransport transport;
    private IsakmpPacket lastSent;
    private IsakmpPacket lastReceived;
    private Runnable unanswered;
    private int retransmissions;
    private long timer = Scheduler.NO_TIMER;

    MessageExchange(IsakmpSa sa, IsakmpTransport transport) {
        this.sa = sa;
        this.transport = transport;
    }

    /** Sends a message that somebody has to answer. */
    void ask(IsakmpPacket packet, Runnable whenUnanswered) {
        send(packet);
        unanswered = whenUnanswered;
        retransmissions = 0;
        startTimer();
    }

    /** Sends a message that waits for nothing, or that the peer asks for again. */
    void send(IsakmpPacket packet) {
        stop();
        lastSent = packet;
        transport.send(sa, packet, false);
    }

    /** Takes note of a message; false when it came before and was answered again. */
    boolean isNew(IsakmpPacket packet) {
        if (packet.equals(lastReceived)) {
            if (lastSent != null) {
                transport.send(sa, lastSent, true);
            }
            return false;
        }
        return true;
    }

    /** A message was understood: nothing is awaited any more. */
    void received(IsakmpPacket packet) {
        lastReceived = packet;
        stop();
    }

    /** The last message that was understood. */
    IsakmpPacket lastReceived() {
        return lastReceived;
    }

    private void startTimer() {
        timer = transport.scheduler().after(transport.behaviour().retransmission().waitNanos(retransmissions), this, 0, null);
    }

    @Override
    public void handle(int kind, Object payload) {
        timer = Scheduler.NO_TIMER;
        if (retransmissions == transport.behaviour().retransmission().maximum()) {
            unanswered.run();
            return;
        }
        retransmissions++;
        transport.send(sa, lastSent, true);
        startTimer();
    }

    void stop() {
        transport.scheduler().cancel(timer);
        timer = Scheduler.NO_TIMER;
    }
}
