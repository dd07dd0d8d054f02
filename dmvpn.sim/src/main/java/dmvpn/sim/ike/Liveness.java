package dmvpn.sim.ike;

import dmvpn.network.crypto.DeadPeerDetection;
import dmvpn.sim.ike.IkeTraceEvent.LivenessStep;
import dmvpn.sim.ike.message.IkeExchange;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.kernel.Scheduler;
import java.util.List;

/**
 * Dead peer detection on one IKE SA: an empty INFORMATIONAL request asks for a sign of life (RFC 7296 section 2.4).
 *
 * <p>As {@code crypto ikev2 dpd T R} on Cisco IOS: the peer is asked when nothing came from it for T; without an answer it
 * is asked again each R; when the fifth further question would be due, it is dead: T + 5 R after its last packet. ESP
 * packets count as signs of life. Periodic checks ask by the clock, on-demand checks only when there is something to send.
 */
final class Liveness implements EventHandler {

    private final IkeSa sa;
    private final IkeTransport transport;
    private final Runnable whenDead;
    private final long intervalNanos;
    private final long retryNanos;
    private final boolean onDemand;

    private long timer = Scheduler.NO_TIMER;
    /** Questions of this round; 0 while nobody asks. */
    private int questions;
    private long roundStartedNanos;

    Liveness(IkeSa sa, DeadPeerDetection configuration, IkeTransport transport, Runnable whenDead) {
        this.sa = sa;
        this.transport = transport;
        this.whenDead = whenDead;
        this.intervalNanos = configuration.interval().toNanos();
        this.retryNanos = configuration.retry().toNanos();
        this.onDemand = configuration.onDemand();
    }

    void start() {
        if (!onDemand) {
            waitForSilence();
        }
    }

    void stop() {
        transport.scheduler().cancel(timer);
        timer = Scheduler.NO_TIMER;
        questions = 0;
    }

    /** There is something to send to the peer. */
    void packetToSend() {
        if (onDemand && questions == 0 && transport.nowNanos() - sa.lastReceivedNanos >= intervalNanos) {
            startRound();
        }
    }

    /** Packets that come in do not move this timer: when it fires it looks at the time of the last one. */
    private void waitForSilence() {
        questions = 0;
        long due = Math.max(sa.lastReceivedNanos + intervalNanos, transport.nowNanos());
        timer = transport.scheduler().schedule(due, Order.TIMER, this, 0, null);
    }

    @Override
    public void handle(int kind, Object payload) {
        timer = Scheduler.NO_TIMER;
        if (questions == 0) {
            if (transport.nowNanos() - sa.lastReceivedNanos >= intervalNanos) {
                startRound();
            } else {
                waitForSilence();
            }
        } else if (sa.lastReceivedNanos > roundStartedNanos) {
            endRound();
        } else if (questions == DeadPeerDetection.FURTHER_TRIES) {
            transport.record(sa, new IkeTraceEvent.DeadPeer(sa, LivenessStep.DEAD, questions));
            whenDead.run();
        } else {
            ask();
        }
    }

    private void startRound() {
        roundStartedNanos = transport.nowNanos();
        ask();
    }

    private void ask() {
        questions++;
        transport.record(sa, new IkeTraceEvent.DeadPeer(sa, LivenessStep.ASKED, questions));
        Request outstanding = sa.window().outstanding();
        if (outstanding == null) {
            sa.window().send(new Request(IkeExchange.INFORMATIONAL, List.of(), true, this::answered, () -> {
            }));
        } else if (outstanding.paced()) {
            sa.window().retransmit();
        }
        timer = transport.scheduler().after(retryNanos, this, 0, null);
    }

    private void answered(IkePacket answer) {
        transport.record(sa, new IkeTraceEvent.DeadPeer(sa, LivenessStep.ANSWERED, questions));
        transport.scheduler().cancel(timer);
        timer = Scheduler.NO_TIMER;
        endRound();
    }

    private void endRound() {
        questions = 0;
        if (!onDemand) {
            waitForSilence();
        }
    }
}
