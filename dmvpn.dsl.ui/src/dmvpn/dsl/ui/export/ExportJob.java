package dmvpn.dsl.ui.export;

import dmvpn.app.RequestException;
import dmvpn.app.export.ExportRequest;
import dmvpn.app.export.ExportResult;
import dmvpn.app.export.ExportService;
import dmvpn.app.files.IoProblem;
import dmvpn.app.model.ModelReader;
import dmvpn.app.problem.Problem;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.config.WriterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.statushandlers.StatusManager;

/** Writes the configurations of some models, with progress, and cancellable. */
final class ExportJob extends Job {

    private static final String TARGET = "cisco";

    private final List<IFile> models;
    private final Path folder;

    ExportJob(List<IFile> models, Path folder) {
        super("Exporting device configurations");
        this.models = models;
        this.folder = folder;
        setUser(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        ExportService service = new ExportService(ModelReader.standalone(), WriterRegistry.standard());
        for (IFile model : models) {
            if (monitor.isCanceled()) {
                return Status.CANCEL_STATUS;
            }
            export(service, model, monitor);
        }
        return Status.OK_STATUS;
    }

    private void export(ExportService service, IFile model, IProgressMonitor monitor) {
        try {
            ExportResult result = service.export(model.getLocation().toPath(),
                    new ExportRequest(List.of(), TARGET, folder), new JobProgress(monitor));
            if (result.isRefused()) {
                String first = result.problems().stream().filter(Problem::isError).findFirst()
                        .map(Problem::text).orElse("");
                tell(model.getName() + " has errors, so nothing was exported. The first: " + first);
            }
        } catch (RequestException refused) {
            tell(refused.getMessage());
        } catch (IOException failure) {
            tell(IoProblem.explain(failure));
        }
    }

    private static void tell(String message) {
        StatusManager.getManager().handle(new Status(IStatus.WARNING, ExportJob.class, message), StatusManager.SHOW);
    }

    private record JobProgress(IProgressMonitor monitor) implements ProgressMonitor {

        @Override
        public boolean isCancelled() {
            return monitor.isCanceled();
        }

        @Override
        public void begin(String what) {
            monitor.subTask(what);
        }
    }
}
