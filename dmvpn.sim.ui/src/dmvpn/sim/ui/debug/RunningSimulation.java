package dmvpn.sim.ui.debug;

import dmvpn.app.debug.DebugSession;
import org.eclipse.debug.core.ILaunch;

/**
 * A launch's simulation, run or debugged: what the views show. It tells what becomes of it by debug events of the platform,
 * whose source is the simulation or, when it is debugged and stops, one of its routers.
 */
public interface RunningSimulation {

    /** The simulation and its trace. */
    DebugSession session();

    /** Number of events, from the first one of the trace on, that have happened for who looks on. Answers at once. */
    int shownEvents();

    /** Number of rows of the timeline that have happened for who looks on. Answers at once. */
    default int shownRows() {
        return session().rowCount(shownEvents());
    }

    /** The launch that it belongs to. */
    ILaunch getLaunch();

    /** True when it can be taken to an event now: it is suspended, or over, or already on the way to another one. */
    boolean canTravel();

    /** True while it is on the way to an event that somebody wanted to see. */
    boolean isTravelling();

    /**
     * Takes it to an event, so that its state there can be read. Answers at once; of several wishes in quick succession the last
     * one counts. Does nothing when it cannot travel now.
     *
     * @param event index in the trace, or {@link DebugSession#BEFORE_FIRST_EVENT}
     */
    void travelTo(int event);
}
