package dmvpn.sim.ui.debug;

import java.util.Optional;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IDebugElement;
import org.eclipse.debug.ui.DebugUITools;

/** The debugged simulation that commands are for: that of the selection in the Debug view, else the last one that was launched. */
public final class CurrentSimulation {

    private CurrentSimulation() {
    }

    /** The simulation; empty when none is debugged. To be called on the UI thread. */
    public static Optional<SimulationDebugTarget> get() {
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
