package dmvpn.dsl.ui.export;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;

/** {@code Export device configurations…}: opens the wizard, or, for a command that names a folder, writes at once in a job. */
public final class ExportConfigurationsHandler extends AbstractHandler {

    /** Parameter of the command: the folder, for callers that know it. */
    public static final String FOLDER = "dmvpn.dsl.ui.exportConfigurations.folder";

    @Override
    public Object execute(ExecutionEvent event) {
        List<IFile> models = ChosenModels.of(event);
        String folder = event.getParameter(FOLDER);
        if (folder == null) {
            openWizard(event, models);
        } else if (!models.isEmpty() && IDE.saveAllEditors(models.toArray(IResource[]::new), true)) {
            // What is exported is what the files hold: an editor with newer text is asked about, as before a launch.
            new ExportJob(models, Path.of(folder)).schedule();
        }
        return null;
    }

    private static void openWizard(ExecutionEvent event, List<IFile> models) {
        ExportWizard wizard = new ExportWizard();
        wizard.init(PlatformUI.getWorkbench(), new StructuredSelection(models));
        new WizardDialog(HandlerUtil.getActiveShell(event), wizard).open();
    }
}
