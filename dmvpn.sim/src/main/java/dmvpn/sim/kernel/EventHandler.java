package dmvpn.sim.kernel;

/** What the kernel calls when an event is due: one event is one call. */
@FunctionalInterface
public interface EventHandler {

    /**
     * Handles a due event. Runs on the simulation's thread; may schedule and cancel events.
     *
     * @param kind number that the handler gave when it scheduled the event; its meaning is the handler's own
     * @param payload object that the handler gave, or null
     */
    void handle(int kind, Object payload);
}
