package dmvpn.sim.ospf;

import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Scheduler;

/**
 * When routes are calculated: some time after the first change, so that others share the calculation, and not too soon after
 * the last one (Cisco IOS, {@code timers throttle spf}).
 */
final class CalculationSchedule {

    private final OspfContext context;
    private final Runnable calculation;
    /** One for all timers of a kind, so that each timer is not an object more. */
    private final EventHandler dueHandler = this::due;
    private long timer = Scheduler.NO_TIMER;
    private long lastNanos = Long.MIN_VALUE / 2;

    CalculationSchedule(OspfContext context, Runnable calculation) {
        this.context = context;
        this.calculation = calculation;
    }

    /** Something changed. */
    void request() {
        if (context.scheduler().isPending(timer)) {
            return;
        }
        long now = context.nowNanos();
        long heldUntil = lastNanos + OspfTimers.CALCULATION_HOLD_NANOS;
        long at = heldUntil > now ? heldUntil : now + OspfTimers.CALCULATION_START_NANOS;
        timer = context.scheduler().after(at - now, dueHandler, 0, null);
    }

    private void due(int kind, Object payload) {
        lastNanos = context.nowNanos();
        calculation.run();
    }

    void stop() {
        context.scheduler().cancel(timer);
    }
}
