package dmvpn.sim.ui.debug;

import java.util.Arrays;
import java.util.List;
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
            Optional<SimulationDebugTarget> living = lastOf(launches[index]).filter(simulation -> !simulation.isTerminated());
            if (living.isPresent()) {
                return living;
            }
        }
        return Optional.empty();
    }

    /** The simulation that was debugged last in a launch: a branch comes behind the run that it left. One that is not over goes first. */
    public static Optional<SimulationDebugTarget> lastOf(ILaunch launch) {
        List<SimulationDebugTarget> all = Arrays.stream(launch.getDebugTargets()).filter(SimulationDebugTarget.class::isInstance)
                .map(SimulationDebugTarget.class::cast).toList().reversed();
        return all.stream().filter(simulation -> !simulation.isTerminated()).findFirst().or(() -> all.stream().findFirst());
    }
}
