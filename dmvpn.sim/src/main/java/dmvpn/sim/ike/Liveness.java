package dmvpn.sim.ike;

import dmvpn.network.crypto.DeadPeerDetection;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.kernel.Scheduler;

/**
 * Dead peer detection on one IKE SA: a message asks for a sign of life (RFC 7296 section 2.4, RFC 3706).
 *
 * <p>As {@code crypto ikev2 dpd T R} on Cisco IOS: the peer is asked when nothing came from it for T; without an answer it
 * is asked again each R; when the fifth further question would be due, it is dead: T + 5 R after its last packet. ESP
 * packets count as signs of life. Periodic checks ask by the clock, on-demand checks only when there is something to send.
 */
public final class Liveness implements EventHandler {

    private final Scheduler scheduler;
    private final LivenessPartner partner;
    private final long intervalNanos;
    private final long retryNanos;
    private final boolean onDemand;

    private long timer = Scheduler.NO_TIMER;
    /** Questions of this round; 0 while nobody asks. */
    private int questions;
    private long roundStartedNanos;

    /** Checks with a configuration; nothing happens before the start. */
    public Liveness(DeadPeerDetection configuration, Scheduler scheduler, LivenessPartner partner) {
        this.scheduler = scheduler;
        this.partner = partner;
        this.intervalNanos = configuration.interval().toNanos();
        this.retryNanos = configuration.retry().toNanos();
        this.onDemand = configuration.onDemand();
    }

    /** The IKE SA is up. */
    public void start() {
        if (!onDemand) {
            waitForSilence();
        }
    }

    /** The IKE SA is over. */
    public void stop() {
        scheduler.cancel(timer);
        timer = Scheduler.NO_TIMER;
        questions = 0;
    }

    /** There is something to send to the peer. */
    public void packetToSend() {
        if (onDemand && questions == 0 && scheduler.nowNanos() - partner.lastReceivedNanos() >= intervalNanos) {
            startRound();
        }
    }

    /** Packets that come in do not move this timer: when it fires it looks at the time of the last one. */
    private void waitForSilence() {
        questions = 0;
        long due = Math.max(partner.lastReceivedNanos() + intervalNanos, scheduler.nowNanos());
        timer = scheduler.schedule(due, Order.TIMER, this, 0, null);
    }

    @Override
    public void handle(int kind, Object payload) {
        timer = Scheduler.NO_TIMER;
        if (questions == 0) {
            if (scheduler.nowNanos() - partner.lastReceivedNanos() >= intervalNanos) {
                startRound();
            } else {
                waitForSilence();
            }
        } else if (partner.lastReceivedNanos() > roundStartedNanos) {
            endRound();
        } else if (questions == DeadPeerDetection.FURTHER_TRIES) {
            partner.report(LivenessStep.DEAD, questions);
            partner.dead();
        } else {
            ask();
        }
    }

    private void startRound() {
        roundStartedNanos = scheduler.nowNanos();
        ask();
    }

    private void ask() {
        questions++;
        partner.report(LivenessStep.ASKED, questions);
        partner.ask(questions);
        timer = scheduler.after(retryNanos, this, 0, null);
    }

    /** The peer answered. */
    public void answered() {
        partner.report(LivenessStep.ANSWERED, questions);
        scheduler.cancel(timer);
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
