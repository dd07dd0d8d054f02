package dmvpn.dsl.ui.export;

import dmvpn.app.RequestException;
import dmvpn.app.export.ExportPlan;
import dmvpn.app.export.ExportRequest;
import dmvpn.app.export.ExportService;
import dmvpn.app.export.PlannedFile;
import dmvpn.app.files.IoProblem;
import dmvpn.app.model.ModelReader;
import dmvpn.app.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.operation.IRunnableWithProgress;

/** Finds out, in the background, what an export would write. */
final class Planning implements IRunnableWithProgress {

    private final ExportChoices choices;
    private final List<PlannedFile> files = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    Planning(ExportChoices choices) {
        this.choices = choices;
    }

    List<PlannedFile> files() {
        return files;
    }

    /** Why something cannot be exported; empty when all can. */
    Optional<String> refusal() {
        return refusals.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", refusals));
    }

    @Override
    public void run(IProgressMonitor monitor) throws InterruptedException {
        SubMonitor progress = SubMonitor.convert(monitor, "Comparing with the last export", choices.models().size());
        ExportService service = ExportService.standard(ModelReader.standalone());
        ExportRequest request = new ExportRequest(List.of(), choices.format(), Path.of(choices.folder()),
                choices.withSecrets());
        for (IFile model : choices.models()) {
            requireGoingOn(monitor);
            plan(service, model, request, progress.split(1));
        }
        requireGoingOn(monitor);
        requireDistinct();
    }

    /** What was found until it was cancelled is a part, and must not pass for the whole. */
    private static void requireGoingOn(IProgressMonitor monitor) throws InterruptedException {
        if (monitor.isCanceled()) {
            throw new InterruptedException();
        }
    }

    private void plan(ExportService service, IFile model, ExportRequest request, IProgressMonitor monitor) {
        try {
            ExportPlan plan = service.plan(model.getLocation().toPath(), request, new JobProgress(monitor));
            files.addAll(plan.files());
            plan.problems().stream().filter(Problem::isError).findFirst().ifPresent(first -> refusals.add(
                    model.getName() + " has errors and is not exported; the first, in line " + first.line() + ": "
                            + first.message()));
        } catch (RequestException refused) {
            refusals.add(refused.getMessage());
        } catch (IOException failure) {
            refusals.add(IoProblem.explain(failure));
        }
    }

    private void requireDistinct() {
        Map<Path, PlannedFile> seen = new HashMap<>();
        for (PlannedFile file : files) {
            if (seen.put(file.file(), file) != null) {
                refusals.add("Two models have a router " + file.router() + ", and both would write "
                        + file.file().getFileName() + ": export them into different folders");
                return;
            }
        }
    }
}
