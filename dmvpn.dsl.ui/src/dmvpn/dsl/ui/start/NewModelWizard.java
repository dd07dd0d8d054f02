package dmvpn.dsl.ui.start;

import dmvpn.dsl.ui.help.HelpContext;
import java.io.IOException;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** {@code New ▸ DMVPN Model}: a file with the text of a template. */
public final class NewModelWizard extends BasicNewResourceWizard {

    private NewModelPage page;

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        super.init(workbench, selection);
        setWindowTitle("New DMVPN Model");
    }

    @Override
    public void addPages() {
        page = new NewModelPage(getSelection(), templates());
        addPage(page);
    }

    private static List<StartingPoint> templates() {
        try {
            return Templates.all();
        } catch (IOException unreadable) {
            StartWizard.tell(unreadable);
            return List.of();
        }
    }

    @Override
    public void createPageControls(Composite pages) {
        super.createPageControls(pages);
        HelpContext.NEW_MODEL.on(this);
    }

    @Override
    public boolean performFinish() {
        IFile file = page.createNewFile();
        if (file == null) {
            return false;
        }
        selectAndReveal(file);
        try {
            IDE.openEditor(getWorkbench().getActiveWorkbenchWindow().getActivePage(), file);
        } catch (PartInitException failure) {
            StartWizard.tell(failure);
        }
        return true;
    }
}
