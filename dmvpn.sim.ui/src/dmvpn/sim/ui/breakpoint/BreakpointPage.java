package dmvpn.sim.ui.breakpoint;

import dmvpn.sim.ui.debug.SimulationBreakpoint;
import java.util.Optional;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.dialogs.PropertyPage;

/** Properties of a breakpoint: what may be said of it besides where it stops. */
public final class BreakpointPage extends PropertyPage {

    private BreakpointForm form;

    @Override
    protected Control createContents(Composite parent) {
        noDefaultAndApplyButton();
        form = new BreakpointForm(parent, this::check);
        form.show(breakpoint());
        return form.control();
    }

    private Optional<SimulationBreakpoint> breakpoint() {
        return Optional.ofNullable(Adapters.adapt(getElement(), SimulationBreakpoint.class));
    }

    private void check() {
        Optional<String> problem = form.problem();
        setErrorMessage(problem.orElse(null));
        setValid(problem.isEmpty());
    }

    @Override
    public boolean performOk() {
        Optional<SimulationBreakpoint> breakpoint = breakpoint();
        try {
            if (breakpoint.isPresent()) {
                form.keep(breakpoint.get());
            }
            return true;
        } catch (CoreException gone) {
            setErrorMessage("The breakpoint was removed meanwhile");
            return false;
        }
    }
}
