package dmvpn.sim.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** How many events a run has recorded where it is. Part of the state of the run, so that it goes back with it. */
final class TracePosition {

    private static final VarHandle EVENTS;

    static {
        try {
            EVENTS = MethodHandles.lookup().findVarHandle(TracePosition.class, "events", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private int events;

    int events() {
        return (int) EVENTS.getAcquire(this);
    }

    /** One more event, which is complete in the store: readers in other threads see it whole. */
    void advance() {
        EVENTS.setRelease(this, events + 1);
    }
}
