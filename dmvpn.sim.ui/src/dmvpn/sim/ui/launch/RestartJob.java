package dmvpn.sim.ui.launch;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.ui.DebugUITools;

/**
 * Starts again what a launch has started, with the model as it is by now. The old launch ends once the new one stands: a model that
 * has errors by then, or somebody who cancels it, leaves the run as it is.
 */
public final class RestartJob extends Job {

    private final ILaunch launch;

    /** @param launch one that has a configuration */
    public RestartJob(ILaunch launch) {
        super("Restarting " + launch.getLaunchConfiguration().getName());
        this.launch = launch;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            ILaunch anew = DebugUITools.buildAndLaunch(launch.getLaunchConfiguration(), launch.getLaunchMode(), monitor);
            if (anew.getDebugTargets().length > 0) {
                launch.terminate();
                DebugPlugin.getDefault().getLaunchManager().removeLaunch(launch);
            }
            return Status.OK_STATUS;
        } catch (CoreException failure) {
            return failure.getStatus();
        }
    }
}
