package dmvpn.sim.ui.cursor;

import dmvpn.app.debug.DebugSession;
import dmvpn.sim.ui.debug.RunningSimulation;
import java.util.Optional;

/**
 * Where the time cursor stands.
 *
 * @param simulation the simulation; empty while there is none
 * @param event index of the event in its trace, or {@link DebugSession#BEFORE_FIRST_EVENT}
 * @param hasState true when the simulation stands there, so that its state and the packets of the event can be read; false while
 *     it is on the way, or runs on by itself
 */
public record CursorPlace(Optional<RunningSimulation> simulation, int event, boolean hasState) {

    /** No simulation. */
    public static final CursorPlace NOWHERE = new CursorPlace(Optional.empty(), DebugSession.BEFORE_FIRST_EVENT, false);

    /** True when it stands on an event. */
    public boolean isOnEvent() {
        return simulation.isPresent() && event != DebugSession.BEFORE_FIRST_EVENT;
    }

    /** True when it is the same event, or none, of the same simulation. */
    public boolean isAtSameEvent(CursorPlace other) {
        return event == other.event && simulation.equals(other.simulation);
    }
}
