package dmvpn.sim.ike;

import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.kernel.Scheduler;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the mapping of the translating device that this end is behind alive: sends a byte when nothing else went to the peer
 * for a while (RFC 3948 section 4).
 */
final class NatKeepalive implements EventHandler {

    private final IkeSa sa;
    private final IkeTransport transport;
    private final long intervalNanos;
    private long timer = Scheduler.NO_TIMER;

    NatKeepalive(IkeSa sa, IkeTransport transport, int intervalSeconds) {
        this.sa = sa;
        this.transport = transport;
        this.intervalNanos = TimeUnit.SECONDS.toNanos(intervalSeconds);
    }

    void start() {
        timer = transport.scheduler().after(intervalNanos, this, 0, null);
    }

    void stop() {
        transport.scheduler().cancel(timer);
        timer = Scheduler.NO_TIMER;
    }

    /** Packets to the peer do not move the timer: when it fires it looks at the time of the last one. */
    @Override
    public void handle(int kind, Object payload) {
        long now = transport.nowNanos();
        if (now - sa.lastSentNanos >= intervalNanos) {
            transport.sendKeepalive(sa);
        }
        timer = transport.scheduler().schedule(sa.lastSentNanos + intervalNanos, Order.TIMER, this, 0, null);
    }
}
