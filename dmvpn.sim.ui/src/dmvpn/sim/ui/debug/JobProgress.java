package dmvpn.sim.ui.debug;

import dmvpn.app.progress.ProgressMonitor;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Work of a service as a job shows it.
 *
 * @param monitor that of the job
 */
public record JobProgress(IProgressMonitor monitor) implements ProgressMonitor {

    @Override
    public boolean isCancelled() {
        return monitor.isCanceled();
    }

    @Override
    public void begin(String what) {
        monitor.subTask(what);
    }
}
