package dmvpn.dsl.ui.export;

import dmvpn.app.progress.ProgressMonitor;
import org.eclipse.core.runtime.IProgressMonitor;

/** Tells the workbench how far a service is. */
record JobProgress(IProgressMonitor monitor) implements ProgressMonitor {

    @Override
    public boolean isCancelled() {
        return monitor.isCanceled();
    }

    @Override
    public void begin(String what) {
        monitor.subTask(what);
    }
}
