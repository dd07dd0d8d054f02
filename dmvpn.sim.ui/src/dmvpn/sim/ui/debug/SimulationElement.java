package dmvpn.sim.ui.debug;

import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.model.DebugElement;

/** What all elements of a debugged simulation share. */
abstract class SimulationElement extends DebugElement {

    private final SimulationDebugTarget target;

    SimulationElement(SimulationDebugTarget target) {
        super(target);
        this.target = target;
    }

    /** The simulation that the element belongs to. */
    SimulationDebugTarget simulation() {
        return target;
    }

    @Override
    public final void fireEvent(DebugEvent event) {
        DebugEvents.fire(event);
    }

    @Override
    public String getModelIdentifier() {
        return SimulationDebugTarget.MODEL_ID;
    }
}
