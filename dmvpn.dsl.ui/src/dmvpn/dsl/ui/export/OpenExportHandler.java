package dmvpn.dsl.ui.export;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens an export wizard, whose identifier stands behind the name of this class, for the model that is meant. */
public final class OpenExportHandler extends AbstractHandler implements IExecutableExtension {

    private String wizardId;

    /** Created by the platform. */
    public OpenExportHandler() {
        // What it opens is told later.
    }

    @Override
    public void setInitializationData(IConfigurationElement element, String propertyName, Object data) {
        wizardId = (String) data;
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        try {
            IWorkbenchWizard wizard = PlatformUI.getWorkbench().getExportWizardRegistry().findWizard(wizardId).createWizard();
            wizard.init(PlatformUI.getWorkbench(), new StructuredSelection(ChosenModels.of(event)));
            new WizardDialog(HandlerUtil.getActiveShell(event), wizard).open();
            return null;
        } catch (CoreException failure) {
            throw new ExecutionException("The wizard " + wizardId + " cannot be made", failure);
        }
    }
}
