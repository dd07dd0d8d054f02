package dmvpn.sim.ui.command;

import dmvpn.sim.ui.debug.SimulationDebugTarget;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IDebugElement;
import org.eclipse.debug.ui.DebugUITools;

/** A command for the debugged simulation: that of the selection in the Debug view, else the last one that was launched. */
abstract class SimulationHandler extends AbstractHandler {

    /** Whether the command means something for a simulation now. */
    abstract boolean isPossible(SimulationDebugTarget simulation);

    /** Does it. */
    abstract void execute(SimulationDebugTarget simulation, ExecutionEvent event) throws ExecutionException;

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Optional<SimulationDebugTarget> simulation = simulation().filter(this::isPossible);
        if (simulation.isPresent()) {
            execute(simulation.get(), event);
        }
        return null;
    }

    @Override
    public void setEnabled(Object evaluationContext) {
        setBaseEnabled(simulation().filter(this::isPossible).isPresent());
    }

    static Optional<SimulationDebugTarget> simulation() {
        IAdaptable context = DebugUITools.getDebugContext();
        if (context instanceof IDebugElement element && element.getDebugTarget() instanceof SimulationDebugTarget simulation) {
            return Optional.of(simulation);
        }
        ILaunch[] launches = DebugPlugin.getDefault().getLaunchManager().getLaunches();
        for (int index = launches.length - 1; index >= 0; index--) {
            if (launches[index].getDebugTarget() instanceof SimulationDebugTarget simulation && !simulation.isTerminated()) {
                return Optional.of(simulation);
            }
        }
        return Optional.empty();
    }
}
