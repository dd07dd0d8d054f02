package dmvpn.sim.ui.debug;

import dmvpn.app.RequestException;
import dmvpn.app.debug.breakpoint.BreakpointText;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.Breakpoint;
import org.eclipse.debug.core.model.IBreakpoint;

/** A breakpoint on events, changes of state, an instant or expectations: written as at the command line. */
public final class EventBreakpoint extends Breakpoint implements SimulationBreakpoint {

    /** Type of its marker. */
    public static final String MARKER_TYPE = "dmvpn.sim.ui.eventBreakpoint";

    private static final String TEXT = "text";

    /** For the platform, which restores breakpoints from their markers. */
    public EventBreakpoint() {
        // the marker comes later
    }

    /**
     * Sets a breakpoint.
     *
     * @param holder what keeps it: the model, or the root of the workspace
     * @param text such as {@code event NHRP "Registration Request" received of HQ}
     */
    public EventBreakpoint(IResource holder, String text) throws DebugException {
        run(getMarkerRule(holder), monitor -> {
            IMarker marker = holder.createMarker(MARKER_TYPE, Map.of(TEXT, text, IBreakpoint.ENABLED, true, IBreakpoint.ID, getModelIdentifier(),
                    IMarker.MESSAGE, "DMVPN breakpoint: " + text));
            setMarker(marker);
        });
    }

    @Override
    public String getModelIdentifier() {
        return SimulationDebugTarget.MODEL_ID;
    }

    @Override
    public dmvpn.app.debug.breakpoint.Breakpoint breakpoint(Path model) throws RequestException, CoreException {
        dmvpn.app.debug.breakpoint.Breakpoint read = BreakpointText.parse(title(), model);
        return read.enabled(read.enabled() && isEnabled());
    }

    @Override
    public String title() throws CoreException {
        return ensureMarker().getAttribute(TEXT, "");
    }
}
