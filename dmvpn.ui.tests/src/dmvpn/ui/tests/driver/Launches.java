package dmvpn.ui.tests.driver;

import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.sim.ui.debug.SimulationProcess;
import dmvpn.sim.ui.launch.SimulationLaunchShortcut;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.jface.viewers.StructuredSelection;

/** Simulations of models, as the menus start them. Not to be called on the UI thread. */
public final class Launches {

    private static final int DELAY_OF_THE_DEBUG_VIEW_MILLIS = 700;

    private Launches() {
    }

    /** Debugs the first scenario of a model: suspended before the first event. */
    public static SimulationDebugTarget debug(IFile model) {
        return launch(model, ILaunchManager.DEBUG_MODE, launch -> Optional.ofNullable((SimulationDebugTarget) launch.getDebugTarget()));
    }

    /** Runs the first scenario of a model. */
    public static SimulationProcess run(IFile model) {
        return launch(model, ILaunchManager.RUN_MODE, launch -> Arrays.stream(launch.getProcesses()).map(SimulationProcess.class::cast).findFirst());
    }

    private static <T> T launch(IFile model, String mode, Function<ILaunch, Optional<T>> simulation) {
        Set<ILaunch> before = new HashSet<>(Arrays.asList(manager().getLaunches()));
        Ui.run(() -> new SimulationLaunchShortcut().launch(new StructuredSelection(model), mode));
        return Ui.waitFor("the launch", () -> Arrays.stream(manager().getLaunches()).filter(launch -> !before.contains(launch))
                .flatMap(launch -> simulation.apply(launch).stream()).findFirst());
    }

    private static ILaunchManager manager() {
        return DebugPlugin.getDefault().getLaunchManager();
    }

    /** Ends and removes all launches, and closes the editors that the Debug view has opened. */
    public static void removeAll() throws Exception {
        for (ILaunch launch : manager().getLaunches()) {
            launch.terminate();
            Ui.waitUntil("the launch to end", launch::isTerminated);
            Ui.waitUntilIdle();
            manager().removeLaunch(launch);
        }
        // The Debug view shows the source of a stop by jobs that are delayed, which no job manager tells of; the tab of a file that
        // is gone by then would fail another test.
        Ui.pace(DELAY_OF_THE_DEBUG_VIEW_MILLIS);
        Ui.waitUntilIdle();
        Ui.run(() -> ModelProject.page().closeAllEditors(false));
    }
}
