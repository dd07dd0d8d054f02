package dmvpn.sim.ui.debug;

import dmvpn.app.RequestException;
import dmvpn.app.debug.breakpoint.Breakpoint;
import dmvpn.app.debug.breakpoint.Trigger;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.LineBreakpoint;

/** A breakpoint on a line of a model: stops at what the line configured. */
public final class ModelLineBreakpoint extends LineBreakpoint implements SimulationBreakpoint {

    /** Type of its marker. */
    public static final String MARKER_TYPE = "dmvpn.sim.ui.lineBreakpoint";

    /** For the platform, which restores breakpoints from their markers. */
    public ModelLineBreakpoint() {
        // the marker comes later
    }

    /**
     * Sets a breakpoint.
     *
     * @param line line from 1
     */
    public ModelLineBreakpoint(IResource model, int line) throws DebugException {
        run(getMarkerRule(model), monitor -> {
            IMarker marker = model.createMarker(MARKER_TYPE, Map.of(IMarker.LINE_NUMBER, line, IBreakpointAttributes.ENABLED, true,
                    IBreakpointAttributes.ID, getModelIdentifier(), IMarker.MESSAGE, "DMVPN breakpoint: " + model.getName() + ":" + line));
            setMarker(marker);
        });
    }

    /** Names of the platform's attributes. */
    private interface IBreakpointAttributes {
        String ENABLED = org.eclipse.debug.core.model.IBreakpoint.ENABLED;
        String ID = org.eclipse.debug.core.model.IBreakpoint.ID;
    }

    @Override
    public String getModelIdentifier() {
        return SimulationDebugTarget.MODEL_ID;
    }

    @Override
    public Breakpoint breakpoint(Path model) throws RequestException, CoreException {
        Path file = getMarker().getResource().getLocation().toPath();
        return BreakpointDetails.of(getMarker()).on(Breakpoint.at(new Trigger.Line(file, getLineNumber()))).enabled(isEnabled());
    }

    @Override
    public Optional<BreakpointDetails> details() {
        return Optional.ofNullable(getMarker()).map(BreakpointDetails::of);
    }

    @Override
    public void say(BreakpointDetails details) throws CoreException {
        details.keep(ensureMarker());
    }

    @Override
    public String title() throws CoreException {
        return getMarker().getResource().getName() + " [line: " + getLineNumber() + "]" + BreakpointDetails.of(getMarker()).title();
    }
}
