package dmvpn.bench.kernel;

import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.EventKernel;
import dmvpn.sim.kernel.Order;

/**
 * The hold model on the kernel: each event schedules one at an exponential delay. With timers, events also touch one of
 * them as {@link TimerTouch} says.
 */
public final class KernelHold implements EventHandler {

    private static final int TIMERS = 256;
    private static final int HOLD = 0;
    private static final int TIMER = 1;

    private final EventKernel kernel = new EventKernel();
    private final ExponentialDelays delays = new ExponentialDelays();
    private final long[] timers;

    /**
     * @param pending events that are pending all the time
     * @param withTimers true when timers are cancelled and moved besides
     */
    public KernelHold(int pending, boolean withTimers) {
        timers = new long[withTimers ? TIMERS : 0];
        for (int event = timers.length; event < pending; event++) {
            kernel.schedule(delays.next(), Order.TIMER, this, HOLD, null);
        }
        for (int timer = 0; timer < timers.length; timer++) {
            setTimer(timer);
        }
    }

    /** Runs so many events. */
    public void hold(int events) {
        for (int event = 0; event < events; event++) {
            kernel.step();
        }
    }

    @Override
    public void handle(int kind, Object payload) {
        if (kind >= TIMER) {
            setTimer(kind - TIMER);
            return;
        }
        kernel.schedule(kernel.nowNanos() + delays.next(), Order.TIMER, this, HOLD, null);
        if (timers.length > 0) {
            touchTimer();
        }
    }

    private void touchTimer() {
        long bits = delays.bits() >>> Integer.SIZE;
        int timer = (int) (bits >>> TimerTouch.BITS) & TIMERS - 1;
        switch (TimerTouch.of(bits)) {
            case RENEW -> {
                kernel.cancel(timers[timer]);
                setTimer(timer);
            }
            case MOVE -> timers[timer] = kernel.reschedule(timers[timer], kernel.nowNanos() + delays.next());
            case NONE -> {
                // left as it is
            }
        }
    }

    private void setTimer(int timer) {
        timers[timer] = kernel.after(delays.next(), this, TIMER + timer, null);
    }
}
