package dmvpn.sim.ui.launch;

import dmvpn.app.RequestException;
import dmvpn.app.debug.DebugSession;
import dmvpn.app.debug.DebugSessions;
import dmvpn.app.model.ModelReader;
import dmvpn.sim.ui.debug.ModelSourceLocator;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.sim.ui.debug.SimulationProcess;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Path;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;

/** Starts a simulation of a model: to its end, or suspended before the first event. */
public final class SimulationLaunchDelegate extends LaunchConfigurationDelegate {

    @Override
    public void launch(ILaunchConfiguration configuration, String mode, ILaunch launch, IProgressMonitor monitor)
            throws CoreException {
        IFile model = model(configuration);
        String scenario = configuration.getAttribute(SimulationAttributes.SCENARIO, "");
        DebugSession session = start(model, scenario);
        if (ILaunchManager.DEBUG_MODE.equals(mode)) {
            launch.setSourceLocator(new ModelSourceLocator());
            SimulationDebugTarget target = new SimulationDebugTarget(launch, name(model, session), session);
            launch.addDebugTarget(target);
            target.announce();
        } else {
            SimulationProcess process = new SimulationProcess(launch, name(model, session), session);
            launch.addProcess(process);
            process.start();
        }
    }

    private static String name(IFile model, DebugSession session) {
        return model.getName() + " " + session.scenarioName();
    }

    private static IFile model(ILaunchConfiguration configuration) throws CoreException {
        IPath path = Path.fromPortableString(configuration.getAttribute(SimulationAttributes.MODEL, ""));
        if (path.segmentCount() < 2) {
            throw failure("The launch configuration names no model: choose a .dmvpn file on its Model page");
        }
        IFile model = ResourcesPlugin.getWorkspace().getRoot().getFile(path);
        if (!model.isAccessible() || model.getLocation() == null) {
            throw failure("The model " + path + " does not exist: choose another file on the configuration's Model page");
        }
        return model;
    }

    private static DebugSession start(IFile model, String scenario) throws CoreException {
        try {
            return new DebugSessions(ModelReader.standalone()).start(model.getLocation().toPath(), scenario);
        } catch (RequestException problems) {
            throw failure(problems.getMessage());
        }
    }

    private static CoreException failure(String message) {
        return new CoreException(new Status(IStatus.WARNING, SimulationLaunchDelegate.class, message));
    }
}
