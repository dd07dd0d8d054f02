package dmvpn.sim.ui.cursor;

/** Is told about the time cursor, on the UI thread. What is expensive to show belongs into a job. */
public interface TimeCursorListener {

    /** It stands elsewhere: on another event, or in another simulation. The state there may come later. */
    default void cursorMoved(CursorPlace place) {
        // not of interest
    }

    /** The simulation stands where the cursor stands: its state and the packets of the event can be read. */
    default void stateArrived(CursorPlace place) {
        // not of interest
    }

    /** More events are known, or the simulation has begun to run, has stopped or is over. Told a few times a second at most while it runs. */
    default void simulationChanged(CursorPlace place) {
        // not of interest
    }
}
