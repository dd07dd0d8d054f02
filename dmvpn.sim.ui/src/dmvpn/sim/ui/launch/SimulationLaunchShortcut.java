package dmvpn.sim.ui.launch;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.ILaunchShortcut;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.statushandlers.StatusManager;

/** {@code Run As} and {@code Debug As DMVPN Simulation}, on a file and in its editor. */
public final class SimulationLaunchShortcut implements ILaunchShortcut {

    @Override
    public void launch(ISelection selection, String mode) {
        if (selection instanceof IStructuredSelection structured) {
            launch(Adapters.adapt(structured.getFirstElement(), IFile.class), mode);
        }
    }

    @Override
    public void launch(IEditorPart editor, String mode) {
        launch(Adapters.adapt(editor.getEditorInput(), IFile.class), mode);
    }

    private static void launch(IFile model, String mode) {
        if (model == null) {
            return;
        }
        try {
            DebugUITools.launch(configuration(model), mode);
        } catch (CoreException failure) {
            StatusManager.getManager().handle(failure.getStatus(), StatusManager.SHOW);
        }
    }

    private static ILaunchConfiguration configuration(IFile model) throws CoreException {
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        ILaunchConfigurationType type = manager.getLaunchConfigurationType(SimulationAttributes.TYPE_ID);
        String path = model.getFullPath().toPortableString();
        for (ILaunchConfiguration known : manager.getLaunchConfigurations(type)) {
            if (path.equals(known.getAttribute(SimulationAttributes.MODEL, ""))) {
                return known;
            }
        }
        ILaunchConfigurationWorkingCopy created =
                type.newInstance(null, manager.generateLaunchConfigurationName(model.getName()));
        created.setAttribute(SimulationAttributes.MODEL, path);
        created.setMappedResources(new org.eclipse.core.resources.IResource[] {model});
        return created.doSave();
    }
}
