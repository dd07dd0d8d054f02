package dmvpn.sim.ui.debug;

import dmvpn.app.RequestException;
import dmvpn.app.debug.breakpoint.Breakpoint;
import dmvpn.app.debug.breakpoint.Trigger;
import java.nio.file.Path;
import java.util.HashMap;
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
    /** Attribute of its marker: true when its place in the text is known, so that it can be seen to be deleted. */
    public static final String HAS_TEXT = "hasText";

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
        this(model, line, Map.of());
    }

    /**
     * Sets a breakpoint that knows the text of its line, and so goes with that when it is deleted.
     *
     * @param line line from 1
     * @param start offset of the line's text in the model
     * @param end offset behind it
     */
    public ModelLineBreakpoint(IResource model, int line, int start, int end) throws DebugException {
        this(model, line, Map.of(IMarker.CHAR_START, start, IMarker.CHAR_END, end, HAS_TEXT, end > start));
    }

    private ModelLineBreakpoint(IResource model, int line, Map<String, Object> place) throws DebugException {
        Map<String, Object> attributes = new HashMap<>(place);
        attributes.putAll(Map.of(IMarker.LINE_NUMBER, line, IBreakpointAttributes.ENABLED, true,
                IBreakpointAttributes.ID, getModelIdentifier(), IMarker.MESSAGE, "DMVPN breakpoint: " + model.getName() + ":" + line));
        run(getMarkerRule(model), monitor -> setMarker(model.createMarker(MARKER_TYPE, attributes)));
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
