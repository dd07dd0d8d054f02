package dmvpn.dsl.ui.export;

import dmvpn.app.export.ExportService;
import dmvpn.app.export.PlannedFile;
import dmvpn.app.files.AtomicFiles;
import dmvpn.app.files.IoProblem;
import dmvpn.dsl.ui.help.HelpContext;
import dmvpn.dsl.ui.status.StatusLine;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IExportWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;
import org.osgi.framework.FrameworkUtil;

/**
 * {@code Export ▸ DMVPN ▸ Router Configurations}: which models, in which format, where to; then what would become different,
 * router by router, before anything is written.
 */
public final class ExportWizard extends Wizard implements IExportWizard {

    private static final String SECTION = "export";

    private List<IFile> selected = List.of();
    private IDialogSettings settings;
    private ChoicesPage choicesPage;
    private ChangesPage changesPage;

    /** Created by the platform. */
    public ExportWizard() {
        setWindowTitle("Export Router Configurations");
        setNeedsProgressMonitor(true);
    }

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        selected = ChosenModels.in(workbench, selection);
        settings = DialogSettings.getOrCreateSection(PlatformUI.getDialogSettingsProvider(
                FrameworkUtil.getBundle(ExportWizard.class)).getDialogSettings(), SECTION);
    }

    @Override
    public void addPages() {
        List<String> formats = ExportService.standard(null).targets();
        choicesPage = new ChoicesPage(ExportChoices.remembered(selected, settings, formats.getFirst()), formats);
        changesPage = new ChangesPage(choicesPage::choices);
        addPage(choicesPage);
        addPage(changesPage);
    }

    @Override
    public void createPageControls(Composite pages) {
        super.createPageControls(pages);
        HelpContext.EXPORT.on(this);
    }

    @Override
    public boolean performFinish() {
        ExportChoices choices = choicesPage.choices();
        choices.remember(settings);
        Optional<List<PlannedFile>> files = changesPage.toWrite();
        boolean written = files.isPresent() && write(files.get(), Path.of(choices.folder()));
        if (written) {
            choices.models().forEach(model -> ExportedFiles.remember(model, choices.format(), Path.of(choices.folder())));
        }
        return written;
    }

    private boolean write(List<PlannedFile> files, Path folder) {
        List<String> failures = new ArrayList<>();
        try {
            getContainer().run(true, true, monitor -> {
                SubMonitor progress = SubMonitor.convert(monitor, "Writing configurations", files.size());
                for (PlannedFile file : files) {
                    progress.subTask(file.file().getFileName().toString());
                    try {
                        AtomicFiles.write(file.file(), file.text());
                    } catch (IOException failure) {
                        failures.add(IoProblem.explain(failure));
                    }
                    progress.split(1);
                }
            });
        } catch (InterruptedException cancelled) {
            return false;
        } catch (InvocationTargetException failure) {
            failures.add(failure.getTargetException().getMessage());
        }
        ExportedFolder.show(folder);
        if (!failures.isEmpty()) {
            changesPage.tell(failures.getFirst());
            return false;
        }
        tellNotes(files);
        StatusLine.show(files.isEmpty() ? "All configurations in " + folder + " are as they should be"
                : files.size() + (files.size() == 1 ? " configuration" : " configurations") + " written to " + folder);
        return true;
    }

    /** What has to be seen to by hand stands beside the differences; who has not looked at them is told. */
    private void tellNotes(List<PlannedFile> files) {
        List<String> notes = files.stream()
                .flatMap(file -> file.notes().stream().map(note -> file.router() + ": " + note)).toList();
        if (!notes.isEmpty() && !changesPage.wasSeen()) {
            StatusManager.getManager().handle(new Status(IStatus.INFO, ExportWizard.class,
                    "The configurations are written. To be seen to by hand:\n" + String.join("\n", notes)), StatusManager.SHOW);
        }
    }
}
