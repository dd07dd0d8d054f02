package dmvpn.sim.ui.launch;

import dmvpn.app.RequestException;
import dmvpn.app.model.PlatformChoice;
import dmvpn.sim.ui.view.ViewHelp;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The page of a launch configuration that says how the scenario runs: seed, length, platform, and what is left out of sight. */
public final class RunTab extends AbstractLaunchConfigurationTab {

    private static final String AS_THE_MODEL_SAYS = "as the model says";

    private Text seed;
    private Text length;
    private Text leftOut;
    private Combo platform;
    private Text release;

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(page);
        seed = field(page, "S&eed:", "as the preferences or the scenario say");
        length = field(page, "&Length:", "as the preferences or the scenario say; such as 90s or 2h");
        platform = platforms(page);
        release = field(page, "&Release of the platform:", "the newest known; such as 15.4");
        leftOut = field(page, "Protocols to leave &out:", "none; such as EIGRP, BFD");
        setControl(page);
        ViewHelp.LAUNCH.on(page);
    }

    private Combo platforms(Composite page) {
        new Label(page, SWT.NONE).setText("&Platform of all routers:");
        Combo combo = new Combo(page, SWT.DROP_DOWN | SWT.READ_ONLY);
        combo.add(AS_THE_MODEL_SAYS);
        PlatformChoice.known().forEach(combo::add);
        combo.select(0);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        combo.addListener(SWT.Selection, event -> updateLaunchConfigurationDialog());
        return combo;
    }

    private String platform() {
        return platform.getSelectionIndex() <= 0 ? "" : platform.getText();
    }

    private Text field(Composite page, String label, String message) {
        new Label(page, SWT.NONE).setText(label);
        Text text = new Text(page, SWT.BORDER);
        text.setMessage(message);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        text.addModifyListener(event -> updateLaunchConfigurationDialog());
        return text;
    }

    @Override
    public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
        // what is not said is as the preferences say
    }

    @Override
    public void initializeFrom(ILaunchConfiguration configuration) {
        try {
            seed.setText(configuration.getAttribute(SimulationAttributes.SEED, ""));
            length.setText(configuration.getAttribute(SimulationAttributes.LENGTH, ""));
            String chosen = configuration.getAttribute(SimulationAttributes.PLATFORM, "");
            platform.select(Math.max(0, platform.indexOf(chosen)));
            release.setText(configuration.getAttribute(SimulationAttributes.RELEASE, ""));
            leftOut.setText(configuration.getAttribute(SimulationAttributes.LEFT_OUT, ""));
        } catch (CoreException unreadable) {
            setErrorMessage(unreadable.getStatus().getMessage());
        }
    }

    @Override
    public void performApply(ILaunchConfigurationWorkingCopy configuration) {
        keep(configuration, SimulationAttributes.SEED, seed.getText());
        keep(configuration, SimulationAttributes.LENGTH, length.getText());
        keep(configuration, SimulationAttributes.PLATFORM, platform());
        keep(configuration, SimulationAttributes.RELEASE, release.getText());
        keep(configuration, SimulationAttributes.LEFT_OUT, leftOut.getText());
    }

    /** What is empty is not kept: an older configuration that nobody changes stays as it is. */
    private static void keep(ILaunchConfigurationWorkingCopy configuration, String attribute, String text) {
        configuration.setAttribute(attribute, text.isBlank() ? null : text.strip());
    }

    @Override
    public boolean isValid(ILaunchConfiguration configuration) {
        Optional<String> problem = problem();
        setErrorMessage(problem.orElse(null));
        return problem.isEmpty();
    }

    private Optional<String> problem() {
        try {
            LaunchedRun.seed(seed.getText());
            PlatformChoice.of(platform(), release.getText());
            return LaunchedRun.length(length.getText()).filter(duration -> duration.isZero() || duration.isNegative())
                    .map(none -> "A run is longer than nothing");
        } catch (RequestException wrong) {
            return Optional.of(wrong.getMessage());
        }
    }

    @Override
    public String getName() {
        return "Run";
    }
}
