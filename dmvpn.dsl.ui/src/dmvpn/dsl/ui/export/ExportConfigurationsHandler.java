package dmvpn.dsl.ui.export;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;

/** {@code Export device configurations…}: opens the wizard, or, for a command that names a folder, writes at once in a job. */
public final class ExportConfigurationsHandler extends AbstractHandler {

    /** Parameter of the command: the folder, for callers that know it. */
    public static final String FOLDER = "dmvpn.dsl.ui.exportConfigurations.folder";

    @Override
    public Object execute(ExecutionEvent event) {
        Set<IFile> models = models(event);
        String folder = event.getParameter(FOLDER);
        if (folder == null) {
            openWizard(event, models);
        } else if (!models.isEmpty() && IDE.saveAllEditors(models.toArray(IResource[]::new), true)) {
            // What is exported is what the files hold: an editor with newer text is asked about, as before a launch.
            new ExportJob(List.copyOf(models), Path.of(folder)).schedule();
        }
        return null;
    }

    private static void openWizard(ExecutionEvent event, Set<IFile> models) {
        ExportWizard wizard = new ExportWizard();
        wizard.init(PlatformUI.getWorkbench(), new StructuredSelection(List.copyOf(models)));
        new WizardDialog(HandlerUtil.getActiveShell(event), wizard).open();
    }

    private static Set<IFile> models(ExecutionEvent event) {
        Set<IFile> models = new LinkedHashSet<>();
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection) {
            for (Object selected : selection) {
                addModel(Adapters.adapt(selected, IFile.class), models);
            }
        }
        if (models.isEmpty()) {
            IEditorInput input = HandlerUtil.getActiveEditorInput(event);
            addModel(input == null ? null : Adapters.adapt(input, IFile.class), models);
        }
        return models;
    }

    private static void addModel(IFile file, Set<IFile> models) {
        if (file != null && "dmvpn".equals(file.getFileExtension()) && file.getLocation() != null) {
            models.add(file);
        }
    }
}
