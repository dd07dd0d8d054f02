package dmvpn.sim.ui.command;

import dmvpn.sim.ui.debug.SimulationDebugTarget;
import org.eclipse.core.commands.ExecutionEvent;

/** Back to the event before of the same router. */
public final class StepBackOverHandler extends SimulationHandler {

    @Override
    boolean isPossible(SimulationDebugTarget simulation) {
        return simulation.canGoBack();
    }

    @Override
    void execute(SimulationDebugTarget simulation, ExecutionEvent event) {
        simulation.stepBackOver();
    }
}
