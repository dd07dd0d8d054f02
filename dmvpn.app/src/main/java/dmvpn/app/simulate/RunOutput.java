package dmvpn.app.simulate;

import dmvpn.sim.RouterView;
import dmvpn.sim.invariant.Violation;
import dmvpn.sim.scenario.Verdict;
import dmvpn.sim.trace.RecordedEvent;

/** How a run is shown. */
interface RunOutput {

    /**
     * The run begins.
     *
     * @param scenario its name; empty when the network just boots
     * @param seed seed of all randomness
     * @param lengthNanos when it ends
     */
    void begin(String network, String scenario, long seed, long lengthNanos);

    /** Something happened. */
    void event(RecordedEvent event);

    /** A step of the run is over and its events were shown. */
    default void stepped() {
    }

    /** The run was stopped because something does not hold that must hold in every run. */
    void violation(Violation violation);

    /** The run is over: the tables of a router. */
    void tables(RouterView router);

    /** The run is over: the verdict on an expectation. */
    void verdict(Verdict verdict);
}
