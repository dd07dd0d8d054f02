package dmvpn.sim.ui.command;

import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.sim.ui.launch.RestartJob;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.debug.core.ILaunchConfiguration;

/** Starts the launch of the simulation anew, with the model as it is by now. */
public final class RestartHandler extends SimulationHandler {

    @Override
    boolean isPossible(SimulationDebugTarget simulation) {
        ILaunchConfiguration configuration = simulation.getLaunch().getLaunchConfiguration();
        return configuration != null && configuration.exists();
    }

    @Override
    void execute(SimulationDebugTarget simulation, ExecutionEvent event) {
        new RestartJob(simulation.getLaunch()).schedule();
    }
}
