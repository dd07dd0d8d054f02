package dmvpn.dsl.ui.export;

import dmvpn.app.RequestException;
import dmvpn.app.export.ExportRequest;
import dmvpn.app.export.ExportResult;
import dmvpn.app.export.ExportService;
import dmvpn.app.files.IoProblem;
import dmvpn.app.model.ModelReader;
import dmvpn.app.problem.Problem;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.dsl.ui.status.StatusLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
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
        refreshWorkspace();
        report(results);
        return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    private Optional<ExportResult> export(ExportService service, IFile model, IProgressMonitor monitor) {
        try {
            ExportResult result = service.export(model.getLocation().toPath(),
                    new ExportRequest(List.of(), TARGET, folder), new JobProgress(monitor));
            if (!result.isRefused()) {
                return Optional.of(result);
            }
            String first = result.problems().stream().filter(Problem::isError).findFirst().map(Problem::text).orElse("");
            tell(IStatus.WARNING, model.getName() + " has errors, so nothing was exported. The first: " + first);
        } catch (RequestException refused) {
            tell(IStatus.WARNING, refused.getMessage());
        } catch (IOException failure) {
            tell(IStatus.WARNING, IoProblem.explain(failure));
        }
        return Optional.empty();
    }

    /** A folder of the workspace shows its new files at once. */
    private void refreshWorkspace() {
        for (IContainer container : ResourcesPlugin.getWorkspace().getRoot().findContainersForLocationURI(folder.toUri())) {
            new RefreshJob(container).schedule();
        }
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

    private static final class RefreshJob extends WorkspaceJob {

        private final IContainer container;

        RefreshJob(IContainer container) {
            super("Showing exported configurations");
            this.container = container;
            setSystem(true);
            setRule(ResourcesPlugin.getWorkspace().getRuleFactory().refreshRule(container));
        }

        @Override
        public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
            container.refreshLocal(IResource.DEPTH_ONE, monitor);
            return Status.OK_STATUS;
        }
    }

    private static void tell(int severity, String message) {
        StatusManager.getManager().handle(new Status(severity, ExportJob.class, message), StatusManager.SHOW);
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
