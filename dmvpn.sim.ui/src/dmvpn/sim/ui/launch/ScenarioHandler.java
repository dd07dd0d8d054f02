package dmvpn.sim.ui.launch;

import java.net.URI;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.ui.statushandlers.StatusManager;

/** Runs or debugs one scenario of a model: the editor's commands, whose parameters name both. */
public final class ScenarioHandler extends AbstractHandler {

    private static final String DEBUG = "dmvpn.dsl.ui.debugScenario";

    @Override
    public Object execute(ExecutionEvent event) {
        String command = event.getCommand().getId();
        String mode = command.equals(DEBUG) ? ILaunchManager.DEBUG_MODE : ILaunchManager.RUN_MODE;
        String model = event.getParameter(command + ".model");
        String scenario = event.getParameter(command + ".scenario");
        if (model == null || scenario == null) {
            return null;
        }
        for (IFile file : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(URI.create(model))) {
            try {
                DebugUITools.launch(SimulationConfigurations.of(file, scenario), mode);
            } catch (CoreException failure) {
                StatusManager.getManager().handle(failure.getStatus(), StatusManager.SHOW);
            }
            return null;
        }
        return null;
    }
}
