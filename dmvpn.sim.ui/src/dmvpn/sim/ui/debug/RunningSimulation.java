package dmvpn.sim.ui.debug;

import dmvpn.app.debug.DebugSession;

/** A launch's simulation, run or debugged: what the timeline shows. */
public interface RunningSimulation {

    /** The simulation and its trace. */
    DebugSession session();

    /** Number of rows of the timeline that have happened for who looks on. */
    int shownRows();
}
