package dmvpn.sim.ui.debug;

import dmvpn.app.RequestException;
import dmvpn.app.debug.breakpoint.Breakpoint;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;

/**
 * What people may say of a line breakpoint besides its line.
 *
 * @param condition a watch expression; empty for none
 * @param hits the first hit that stops, as text; empty for the first
 * @param log text to tell instead of stopping; empty to stop
 */
public record BreakpointDetails(String condition, String hits, String log) {

    private static final String CONDITION = "condition";
    private static final String HITS = "hits";
    private static final String LOG = "log";

    /** Those of a breakpoint's marker. */
    public static BreakpointDetails of(IMarker marker) {
        return new BreakpointDetails(marker.getAttribute(CONDITION, ""), marker.getAttribute(HITS, ""), marker.getAttribute(LOG, ""));
    }

    /** Keeps them with a breakpoint. */
    public void keep(IMarker marker) throws CoreException {
        marker.setAttributes(new String[] {CONDITION, HITS, LOG}, new Object[] {condition, hits, log}); // one change
    }

    Breakpoint on(Breakpoint plain) throws RequestException {
        Breakpoint breakpoint = condition.isBlank() ? plain : plain.when(condition);
        breakpoint = hits.isBlank() ? breakpoint : breakpoint.fromHit(number());
        return log.isBlank() ? breakpoint : breakpoint.telling(log);
    }

    private int number() throws RequestException {
        if (hits.strip().matches("[1-9]\\d{0,8}")) {
            return Integer.parseInt(hits.strip());
        }
        throw new RequestException("'" + hits + "' is no number of hits: a number from 1 on is expected");
    }

    String title() {
        return (condition.isBlank() ? "" : " when " + condition) + (hits.isBlank() ? "" : " from hit " + hits)
                + (log.isBlank() ? "" : " tell \"" + log + "\"");
    }
}
