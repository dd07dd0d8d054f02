package dmvpn.sim.kernel;

/**
 * The clock and the future events as protocols see them. Times are nanoseconds since the start of the run; the order of
 * events is total: time, then {@link Order}, then sequence of scheduling.
 */
public interface Scheduler {

    /** No timer. */
    long NO_TIMER = 0;

    /** The current instant in nanoseconds since the start of the run. */
    long nowNanos();

    /**
     * Schedules an event.
     *
     * @param timeNanos instant, not before now
     * @param order order among the events of that instant
     * @param handler called when due
     * @param kind passed to the handler
     * @param payload passed to the handler; may be null
     * @return a handle for {@link #cancel} and {@link #reschedule}, never {@link #NO_TIMER}
     * @throws IllegalArgumentException when the instant is in the past
     */
    long schedule(long timeNanos, Order order, EventHandler handler, int kind, Object payload);

    /** Schedules a timer {@code delayNanos} from now. */
    default long after(long delayNanos, EventHandler handler, int kind, Object payload) {
        return schedule(nowNanos() + delayNanos, Order.TIMER, handler, kind, payload);
    }

    /**
     * Cancels a scheduled event. A handle of an event that already ran, or {@link #NO_TIMER}, is ignored.
     *
     * @return true when the event was pending
     */
    boolean cancel(long handle);

    /**
     * Moves a pending event to another instant, as if it were cancelled and scheduled anew: the handle is void afterwards.
     *
     * @return its new handle, or {@link #NO_TIMER} when the event was not pending, as that of {@link #NO_TIMER} never is
     */
    long reschedule(long handle, long timeNanos);

    /** True while the event of that handle is pending. */
    boolean isPending(long handle);
}
