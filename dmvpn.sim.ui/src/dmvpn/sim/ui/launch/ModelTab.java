package dmvpn.sim.ui.launch;

import dmvpn.sim.ui.view.ViewHelp;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Path;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.FilteredResourcesSelectionDialog;

/** The page of a launch configuration that says which model and scenario run. */
public final class ModelTab extends AbstractLaunchConfigurationTab {

    private Text model;
    private Combo scenario;
    private final ModelScenarios scenarios = new ModelScenarios();

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(page);
        new Label(page, SWT.NONE).setText("&Model (path in the workspace):");
        model = new Text(page, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(model);
        model.addModifyListener(event -> modelChanged());
        Button browse = new Button(page, SWT.PUSH);
        browse.setText("&Browse…");
        browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> browse()));
        new Label(page, SWT.NONE).setText("&Scenario (empty for the first):");
        scenario = new Combo(page, SWT.DROP_DOWN);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(scenario);
        scenario.addModifyListener(event -> updateLaunchConfigurationDialog());
        setControl(page);
        ViewHelp.LAUNCH.on(page);
    }

    private void browse() {
        FilteredResourcesSelectionDialog choice = new FilteredResourcesSelectionDialog(getShell(), false,
                ResourcesPlugin.getWorkspace().getRoot(), IResource.FILE);
        choice.setTitle("Model");
        choice.setInitialPattern("*.dmvpn");
        if (choice.open() == Window.OK && choice.getFirstResult() instanceof IFile file) {
            model.setText(file.getFullPath().toPortableString());
        }
    }

    /** Reads in the background which scenarios the model has. */
    private void modelChanged() {
        found().ifPresent(file -> scenarios.read(file, scenario, this::updateLaunchConfigurationDialog));
        updateLaunchConfigurationDialog();
    }

    private Optional<IFile> found() {
        IPath path = Path.fromPortableString(model.getText().strip());
        return Optional.of(path).filter(each -> each.segmentCount() >= 2).map(ModelTab::file).filter(IFile::exists);
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
        Optional<String> problem = found().isEmpty() ? Optional.of("No such file in the workspace: enter a path such as /project/network.dmvpn")
                : scenarios.problem(found().get(), scenario.getText().strip());
        setErrorMessage(problem.orElse(null));
        return problem.isEmpty();
    }

    private static IFile file(IPath path) {
        return ResourcesPlugin.getWorkspace().getRoot().getFile(path);
    }

    @Override
    public String getName() {
        return "Model";
    }
}
