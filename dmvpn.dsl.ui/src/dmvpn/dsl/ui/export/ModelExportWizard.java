package dmvpn.dsl.ui.export;

import dmvpn.dsl.ui.help.HelpContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IExportWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.osgi.framework.FrameworkUtil;

/** One page, a question when something would be replaced, and a job that writes. */
abstract class ModelExportWizard extends Wizard implements IExportWizard {

    private final String section;
    private List<IFile> offered = List.of();
    private ModelExportPage page;

    /** @param section where the choices are remembered */
    ModelExportWizard(String title, String section) {
        this.section = section;
        setWindowTitle(title);
    }

    abstract ModelExportPage page(List<IFile> models, IDialogSettings settings);

    @Override
    public final void init(IWorkbench workbench, IStructuredSelection selection) {
        offered = List.copyOf(ChosenModels.offered(ChosenModels.in(workbench, selection)));
    }

    @Override
    public final void addPages() {
        page = page(offered, DialogSettings.getOrCreateSection(PlatformUI.getDialogSettingsProvider(
                FrameworkUtil.getBundle(ModelExportWizard.class)).getDialogSettings(), section));
        addPage(page);
    }

    @Override
    public final void createPageControls(Composite pages) {
        super.createPageControls(pages);
        HelpContext.EXPORT_MODEL.on(this);
    }

    @Override
    public final boolean performFinish() {
        // What is exported is what the files hold: an editor with newer text is asked about, as before a launch.
        if (!IDE.saveAllEditors(new IResource[] {page.model()}, true)) {
            return false;
        }
        Optional<String> question = page.question();
        if (question.isPresent() && !MessageDialog.openQuestion(getShell(), getWindowTitle(), question.get())) {
            return false;
        }
        page.remember();
        new ModelExportJob(page.model(), page.export()).schedule();
        return true;
    }
}
