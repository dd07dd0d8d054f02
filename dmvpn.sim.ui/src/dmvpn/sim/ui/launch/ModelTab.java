package dmvpn.sim.ui.launch;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Path;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The page of a launch configuration that says which model and scenario run. */
public final class ModelTab extends AbstractLaunchConfigurationTab {

    private Text model;
    private Text scenario;

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(page);
        model = field(page, "&Model (path in the workspace):");
        scenario = field(page, "&Scenario (empty for the first):");
        setControl(page);
    }

    private Text field(Composite page, String label) {
        new Label(page, SWT.NONE).setText(label);
        Text text = new Text(page, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        text.addModifyListener(event -> updateLaunchConfigurationDialog());
        return text;
    }

    @Override
    public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
        configuration.setAttribute(SimulationAttributes.MODEL, "");
    }

    @Override
    public void initializeFrom(ILaunchConfiguration configuration) {
        try {
            model.setText(configuration.getAttribute(SimulationAttributes.MODEL, ""));
            scenario.setText(configuration.getAttribute(SimulationAttributes.SCENARIO, ""));
        } catch (CoreException unreadable) {
            setErrorMessage(unreadable.getStatus().getMessage());
        }
    }

    @Override
    public void performApply(ILaunchConfigurationWorkingCopy configuration) {
        configuration.setAttribute(SimulationAttributes.MODEL, model.getText().strip());
        configuration.setAttribute(SimulationAttributes.SCENARIO, scenario.getText().strip());
    }

    @Override
    public boolean isValid(ILaunchConfiguration configuration) {
        IPath path = Path.fromPortableString(model.getText().strip());
        boolean found = path.segmentCount() >= 2 && file(path).exists();
        setErrorMessage(found ? null : "No such file in the workspace: enter a path such as /project/network.dmvpn");
        return found;
    }

    private static IFile file(IPath path) {
        return ResourcesPlugin.getWorkspace().getRoot().getFile(path);
    }

    @Override
    public String getName() {
        return "Model";
    }
}
