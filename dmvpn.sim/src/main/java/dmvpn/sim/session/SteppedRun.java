package dmvpn.sim.session;

import dmvpn.sim.Simulation;

/** A run that goes forward step by step, with whatever its owner wants to keep of its last step. */
public interface SteppedRun {

    /** The run. */
    Simulation simulation();

    /**
     * Does one step of the run.
     *
     * @return false when the run is over
     */
    default boolean step() {
        return simulation().step();
    }
}
