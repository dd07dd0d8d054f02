package dmvpn.sim.ui.debug;

import dmvpn.app.RequestException;
import dmvpn.app.debug.breakpoint.BreakpointText;
import dmvpn.app.debug.breakpoint.Direction;
import dmvpn.app.debug.breakpoint.Trigger;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.Breakpoint;
import org.eclipse.debug.core.model.IBreakpoint;

/** A breakpoint on events, changes of state, an instant or expectations: written as at the command line. */
public final class EventBreakpoint extends Breakpoint implements SimulationBreakpoint {

    /** Type of its marker. */
    public static final String MARKER_TYPE = "dmvpn.sim.ui.eventBreakpoint";

    private static final String TEXT = "text";
    private static final String MESSAGE = "DMVPN breakpoint: ";

    /** For what is said of it, it does not matter which model is debugged. */
    private static final Path ANY_MODEL = Path.of("model");

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
                    IMarker.MESSAGE, MESSAGE + text));
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
    public Optional<BreakpointDetails> details() {
        try {
            return Optional.of(BreakpointDetails.of(BreakpointText.parse(title(), ANY_MODEL)));
        } catch (RequestException | CoreException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public void say(BreakpointDetails details) throws CoreException {
        try {
            rewrite(BreakpointText.of(details.on(BreakpointText.parse(title(), ANY_MODEL)), ANY_MODEL));
        } catch (RequestException meansNothing) {
            throw new CoreException(Status.warning(meansNothing.getMessage()));
        }
    }

    /** Which way the messages go that it stops at; empty when that is nothing to ask for, or when both do. */
    public Optional<Direction> direction() {
        return event().flatMap(Trigger.Event::direction);
    }

    /** True for one that stops at messages, which may go one way only. */
    public boolean hasDirection() {
        return event().isPresent();
    }

    private Optional<Trigger.Event> event() {
        try {
            return BreakpointText.parse(title(), ANY_MODEL).trigger() instanceof Trigger.Event event ? Optional.of(event) : Optional.empty();
        } catch (RequestException | CoreException unknown) {
            return Optional.empty();
        }
    }

    /** Lets it stop at messages of one way only, or of both. */
    public void goOneWay(Optional<Direction> direction) throws CoreException {
        Optional<Trigger.Event> event = event();
        if (event.isEmpty()) {
            return;
        }
        try {
            dmvpn.app.debug.breakpoint.Breakpoint was = BreakpointText.parse(title(), ANY_MODEL);
            rewrite(BreakpointText.of(new dmvpn.app.debug.breakpoint.Breakpoint(
                    new Trigger.Event(event.get().protocol(), event.get().message(), direction), was.router(), was.condition(), was.hitCount(),
                    was.log(), was.enabled()), ANY_MODEL));
        } catch (RequestException meansNothing) {
            throw new CoreException(Status.warning(meansNothing.getMessage()));
        }
    }

    private void rewrite(String text) throws CoreException {
        ensureMarker().setAttributes(new String[] {TEXT, IMarker.MESSAGE}, new Object[] {text, MESSAGE + text});
    }

    @Override
    public String title() throws CoreException {
        return ensureMarker().getAttribute(TEXT, "");
    }
}
