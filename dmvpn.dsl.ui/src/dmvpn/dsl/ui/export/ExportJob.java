package dmvpn.dsl.ui.export;

import dmvpn.app.RequestException;
import dmvpn.app.export.ExportRequest;
import dmvpn.app.export.ExportResult;
import dmvpn.app.export.ExportService;
import dmvpn.app.files.IoProblem;
import dmvpn.app.model.ModelReader;
import dmvpn.app.problem.Problem;
import dmvpn.dsl.ui.status.StatusLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        ExportService service = ExportService.standard(ModelReader.standalone());
        List<ExportResult> results = new ArrayList<>();
        for (IFile model : models) {
            if (monitor.isCanceled()) {
                break;
            }
            export(service, model, monitor).ifPresent(results::add);
        }
        ExportedFolder.show(folder);
        report(results);
        return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    private Optional<ExportResult> export(ExportService service, IFile model, IProgressMonitor monitor) {
        try {
            ExportResult result = service.export(model.getLocation().toPath(),
                    new ExportRequest(List.of(), TARGET, folder), new JobProgress(monitor));
            if (!result.isRefused() || monitor.isCanceled()) {
                ExportedFiles.remember(model, TARGET, folder);
                return Optional.of(result);
            }
            String first = result.problems().stream().filter(Problem::isError).findFirst().map(Problem::text).orElse("");
            tell(IStatus.WARNING, model.getName() + " has errors, so nothing was exported. The first: " + first);
        } catch (RequestException refused) {
            if (!monitor.isCanceled()) { // what was not read to its end may look like no model
                tell(IStatus.WARNING, refused.getMessage());
            }
        } catch (IOException failure) {
            tell(IStatus.WARNING, IoProblem.explain(failure));
        }
        return Optional.empty();
    }

    private void report(List<ExportResult> results) {
        int files = results.stream().mapToInt(result -> result.files().size()).sum();
        if (files > 0) {
            StatusLine.show(files + (files == 1 ? " configuration" : " configurations") + " written to " + folder);
        }
        List<String> notes = results.stream().flatMap(result -> result.notes().stream()).toList();
        if (!notes.isEmpty()) {
            tell(IStatus.INFO, "The configurations are written. To be seen to by hand:\n" + String.join("\n", notes));
        }
    }

    private static void tell(int severity, String message) {
        StatusManager.getManager().handle(new Status(severity, ExportJob.class, message), StatusManager.SHOW);
    }
}
