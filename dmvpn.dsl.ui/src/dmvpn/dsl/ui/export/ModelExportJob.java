package dmvpn.dsl.ui.export;

import dmvpn.app.RequestException;
import dmvpn.app.files.IoProblem;
import dmvpn.app.problem.Problem;
import dmvpn.dsl.ui.export.ModelExport.Written;
import dmvpn.dsl.ui.status.StatusLine;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.statushandlers.StatusManager;

/** Writes what is made of a model, with progress, and cancellable: what is not written by then is not written. */
final class ModelExportJob extends Job {

    private final IFile model;
    private final ModelExport export;

    ModelExportJob(IFile model, ModelExport export) {
        super("Exporting " + export.name() + " of " + model.getName());
        this.model = model;
        this.export = export;
        setUser(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        monitor.beginTask(getName(), IProgressMonitor.UNKNOWN);
        try {
            Written written = export.write(model.getLocation().toPath(), new JobProgress(monitor));
            if (!monitor.isCanceled()) {
                report(written);
            }
        } catch (RequestException refused) {
            if (!monitor.isCanceled()) { // what was not read to its end may look like no model
                tell(refused.getMessage());
            }
        } catch (IOException failure) {
            tell(IoProblem.explain(failure));
        } finally {
            ExportedFolder.show(export.folder());
        }
        return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    private void report(Written written) {
        written.said().ifPresent(StatusLine::show);
        Optional<Problem> first = written.problems().stream().filter(Problem::isError).findFirst();
        if (first.isPresent()) {
            tell(model.getName() + " has errors, so " + export.name() + (written.said().isPresent()
                    ? " may lack something" : " could not be made") + ". The first: " + first.get().text());
        }
    }

    private static void tell(String message) {
        StatusManager.getManager().handle(new Status(IStatus.WARNING, ModelExportJob.class, message), StatusManager.SHOW);
    }
}
