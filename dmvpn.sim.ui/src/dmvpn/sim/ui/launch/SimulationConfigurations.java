package dmvpn.sim.ui.launch;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;

/** The launch configurations of models: one that is there is used again. */
public final class SimulationConfigurations {

    private SimulationConfigurations() {
    }

    /**
     * The configuration that runs a scenario.
     *
     * @param scenario name of the scenario; empty for the first one of the model, whatever was run of it before
     */
    public static ILaunchConfiguration of(IFile model, String scenario) throws CoreException {
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        ILaunchConfigurationType type = manager.getLaunchConfigurationType(SimulationAttributes.TYPE_ID);
        String path = model.getFullPath().toPortableString();
        for (ILaunchConfiguration known : manager.getLaunchConfigurations(type)) {
            if (path.equals(known.getAttribute(SimulationAttributes.MODEL, ""))
                    && scenario.equals(known.getAttribute(SimulationAttributes.SCENARIO, ""))) {
                return known;
            }
        }
        return create(manager, type, model, scenario);
    }

    private static ILaunchConfiguration create(ILaunchManager manager, ILaunchConfigurationType type, IFile model, String scenario)
            throws CoreException {
        String name = (model.getName() + " " + scenario).strip();
        ILaunchConfigurationWorkingCopy created = type.newInstance(null, manager.generateLaunchConfigurationName(name));
        created.setAttribute(SimulationAttributes.MODEL, model.getFullPath().toPortableString());
        created.setAttribute(SimulationAttributes.SCENARIO, scenario);
        created.setMappedResources(new IResource[] {model});
        return created.doSave();
    }
}
