package dmvpn.dsl.ui.start;

import java.lang.reflect.InvocationTargetException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewProjectResourceWizard;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** What the wizards that make projects share: they make one, show it and open its first model. */
abstract class StartWizard extends Wizard implements INewWizard, IExecutableExtension {

    private IWorkbench workbench;
    private IConfigurationElement configuration;

    StartWizard() {
        setNeedsProgressMonitor(true);
    }

    @Override
    public void init(IWorkbench newWorkbench, IStructuredSelection selection) {
        workbench = newWorkbench;
    }

    @Override
    public void setInitializationData(IConfigurationElement element, String propertyName, Object data) {
        configuration = element;
    }

    /** Makes the project; false when that failed, which is said. */
    boolean create(Creation creation) {
        try {
            getContainer().run(true, true, creation);
        } catch (InterruptedException cancelled) {
            return false;
        } catch (InvocationTargetException failure) {
            tell(failure.getTargetException());
            return false;
        }
        BasicNewProjectResourceWizard.updatePerspective(configuration);
        creation.first().ifPresent(this::open);
        return true;
    }

    private void open(IFile file) {
        BasicNewResourceWizard.selectAndReveal(file, workbench.getActiveWorkbenchWindow());
        IWorkbenchPage page = workbench.getActiveWorkbenchWindow().getActivePage();
        try {
            IDE.openEditor(page, file);
        } catch (PartInitException failure) {
            tell(failure);
        }
    }

    static void tell(Throwable failure) {
        StatusManager.getManager().handle(new Status(IStatus.WARNING, StartWizard.class,
                failure.getMessage() == null ? failure.toString() : failure.getMessage()), StatusManager.SHOW);
    }
}
