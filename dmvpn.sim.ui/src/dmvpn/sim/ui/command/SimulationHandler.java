package dmvpn.sim.ui.command;

import dmvpn.sim.ui.debug.CurrentSimulation;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;

/** A command for the debugged simulation: that of the selection in the Debug view, else the last one that was launched. */
abstract class SimulationHandler extends AbstractHandler {

    /** Whether the command means something for a simulation now. */
    abstract boolean isPossible(SimulationDebugTarget simulation);

    /** Does it. */
    abstract void execute(SimulationDebugTarget simulation, ExecutionEvent event) throws ExecutionException;

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Optional<SimulationDebugTarget> simulation = CurrentSimulation.get().filter(this::isPossible);
        if (simulation.isPresent()) {
            execute(simulation.get(), event);
        }
        return null;
    }

    @Override
    public void setEnabled(Object evaluationContext) {
        setBaseEnabled(CurrentSimulation.get().filter(this::isPossible).isPresent());
    }
}
