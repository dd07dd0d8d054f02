package dmvpn.sim.ui.launch;

import dmvpn.app.RequestException;
import dmvpn.app.debug.Branches;
import dmvpn.app.debug.DebugSession;
import dmvpn.app.debug.DebugSessions;
import dmvpn.app.debug.Debugger;
import dmvpn.app.model.ModelReader;
import dmvpn.sim.ui.console.MessageLines;
import dmvpn.sim.ui.debug.JobProgress;
import dmvpn.sim.ui.debug.ModelSourceLocator;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.sim.ui.debug.SimulationProcess;
import dmvpn.sim.ui.timeline.KeepAlives;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Path;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;
import org.eclipse.ui.statushandlers.StatusManager;

/** Starts a simulation of a model: to its end, or suspended before the first event. */
public final class SimulationLaunchDelegate extends LaunchConfigurationDelegate {

    @Override
    public void launch(ILaunchConfiguration configuration, String mode, ILaunch launch, IProgressMonitor monitor)
            throws CoreException {
        try {
            IFile model = model(configuration);
            LaunchedRun run = new LaunchedRun(configuration);
            Branches branches = new DebugSessions(ModelReader.standalone()).onPlatform(run.platform()).branches(model.getLocation().toPath(),
                    run.request(), new JobProgress(monitor), new MessageLines(SimulationDebugTarget.CONSOLE)::tell);
            if (monitor.isCanceled()) {
                DebugPlugin.getDefault().getLaunchManager().removeLaunch(launch);
                return;
            }
            Debugger debugger = branches.current().debugger();
            debugger.session().leaveOut(run.leftOut());
            debugger.session().showKeepAlives(KeepAlives.areShown());
            new VerdictReporter(launch, model, debugger.session()).install();
            start(model, branches, mode, launch);
        } catch (RequestException refused) {
            // What is wrong with a model is no defect of the product: it is said, and not kept in the Error Log.
            DebugPlugin.getDefault().getLaunchManager().removeLaunch(launch);
            if (!monitor.isCanceled()) {
                StatusManager.getManager().handle(
                        new Status(IStatus.WARNING, SimulationLaunchDelegate.class, refused.getMessage()), StatusManager.SHOW);
            }
        }
    }

    private static void start(IFile model, Branches branches, String mode, ILaunch launch) {
        DebugSession session = branches.current().debugger().session();
        String name = name(model, session);
        EventViews.reveal();
        if (ILaunchManager.DEBUG_MODE.equals(mode)) {
            launch.setSourceLocator(new ModelSourceLocator());
            SimulationDebugTarget target = new SimulationDebugTarget(launch, name, branches, model.getLocation().toPath());
            launch.addDebugTarget(target);
            target.announce();
        } else {
            SimulationProcess process = new SimulationProcess(launch, name, session);
            launch.addProcess(process);
            process.start();
        }
    }

    /** The platform offers to save the editors of these projects before a launch. */
    @Override
    protected IProject[] getBuildOrder(ILaunchConfiguration configuration, String mode) throws CoreException {
        try {
            return new IProject[] {model(configuration).getProject()};
        } catch (RequestException noModel) {
            return new IProject[0]; // the launch says so
        }
    }

    @Override
    public boolean buildForLaunch(ILaunchConfiguration configuration, String mode, IProgressMonitor monitor) {
        return false; // a model is read, not built
    }

    private static String name(IFile model, DebugSession session) {
        return (model.getName() + " " + session.scenarioName()).strip();
    }

    private static IFile model(ILaunchConfiguration configuration) throws CoreException, RequestException {
        IPath path = Path.fromPortableString(configuration.getAttribute(SimulationAttributes.MODEL, ""));
        if (path.segmentCount() < 2) {
            throw new RequestException(
                    "The launch configuration names no model: choose a .dmvpn file on its Model page");
        }
        IFile model = ResourcesPlugin.getWorkspace().getRoot().getFile(path);
        if (!model.isAccessible() || model.getLocation() == null) {
            throw new RequestException(
                    "The model " + path + " does not exist: choose another file on the configuration's Model page");
        }
        return model;
    }
}
