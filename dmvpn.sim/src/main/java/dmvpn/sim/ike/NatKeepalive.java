package dmvpn.sim.ike;

import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.kernel.Scheduler;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the mapping of the translating device that this end is behind alive: sends a byte when nothing else went to the peer
 * for a while (RFC 3948 section 4).
 */
public final class NatKeepalive implements EventHandler {

    private final Scheduler scheduler;
    private final KeepalivePartner partner;
    private final long intervalNanos;
    private long timer = Scheduler.NO_TIMER;

    /**
     * @param scheduler the router's
     * @param partner who sends
     * @param intervalSeconds the longest silence, in seconds
     */
    public NatKeepalive(Scheduler scheduler, KeepalivePartner partner, int intervalSeconds) {
        this.scheduler = scheduler;
        this.partner = partner;
        this.intervalNanos = TimeUnit.SECONDS.toNanos(intervalSeconds);
    }

    /** Begins. */
    public void start() {
        timer = scheduler.after(intervalNanos, this, 0, null);
    }

    /** Ends. */
    public void stop() {
        scheduler.cancel(timer);
        timer = Scheduler.NO_TIMER;
    }

    /** Packets to the peer do not move the timer: when it fires it looks at the time of the last one. */
    @Override
    public void handle(int kind, Object payload) {
        if (scheduler.nowNanos() - partner.lastSentNanos() >= intervalNanos) {
            partner.sendKeepalive();
        }
        timer = scheduler.schedule(partner.lastSentNanos() + intervalNanos, Order.TIMER, this, 0, null);
    }
}
