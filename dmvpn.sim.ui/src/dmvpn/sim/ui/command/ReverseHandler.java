package dmvpn.sim.ui.command;

import dmvpn.sim.ui.debug.SimulationDebugTarget;
import org.eclipse.core.commands.ExecutionEvent;

/** Runs backwards to the breakpoint before. */
public final class ReverseHandler extends SimulationHandler {

    @Override
    boolean isPossible(SimulationDebugTarget simulation) {
        return simulation.canGoBack();
    }

    @Override
    void execute(SimulationDebugTarget simulation, ExecutionEvent event) {
        simulation.reverse();
    }
}
