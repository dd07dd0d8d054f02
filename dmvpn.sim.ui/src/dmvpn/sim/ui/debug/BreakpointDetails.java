package dmvpn.sim.ui.debug;

import dmvpn.app.RequestException;
import dmvpn.app.debug.breakpoint.Breakpoint;
import dmvpn.app.debug.watch.LogText;
import dmvpn.app.debug.watch.WatchException;
import dmvpn.app.debug.watch.WatchExpression;
import java.util.Optional;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;

/**
 * What people may say of a breakpoint besides where it stops, as they write it.
 *
 * @param router only events of this router count; empty for all
 * @param condition a watch expression; empty for none
 * @param hits the first hit that stops, as text; empty for the first
 * @param log text to tell instead of stopping; empty to stop
 */
public record BreakpointDetails(String router, String condition, String hits, String log) {

    /** Nothing more. */
    public static final BreakpointDetails NONE = new BreakpointDetails("", "", "", "");

    private static final String ROUTER = "router";
    private static final String CONDITION = "condition";
    private static final String HITS = "hits";
    private static final String LOG = "log";

    /** Those that a marker keeps. */
    static BreakpointDetails of(IMarker marker) {
        return new BreakpointDetails(marker.getAttribute(ROUTER, ""), marker.getAttribute(CONDITION, ""), marker.getAttribute(HITS, ""),
                marker.getAttribute(LOG, ""));
    }

    /** Those of a breakpoint. */
    static BreakpointDetails of(Breakpoint breakpoint) {
        return new BreakpointDetails(breakpoint.router().orElse(""), breakpoint.condition().orElse(""),
                breakpoint.hitCount() == 1 ? "" : Integer.toString(breakpoint.hitCount()), breakpoint.log().orElse(""));
    }

    /** Keeps them in a marker. */
    void keep(IMarker marker) throws CoreException {
        marker.setAttributes(new String[] {ROUTER, CONDITION, HITS, LOG}, new Object[] {router, condition, hits, log}); // one change
    }

    /**
     * A breakpoint with these details in place of its own.
     *
     * @throws RequestException when the number of hits is none
     */
    Breakpoint on(Breakpoint plain) throws RequestException {
        return new Breakpoint(plain.trigger(), text(router), text(condition), hits.isBlank() ? 1 : number(), text(log), plain.enabled());
    }

    private static Optional<String> text(String written) {
        return Optional.of(written.strip()).filter(text -> !text.isEmpty());
    }

    private int number() throws RequestException {
        if (hits.strip().matches("[1-9]\\d{0,8}")) {
            return Integer.parseInt(hits.strip());
        }
        throw new RequestException("'" + hits + "' is no number of hits: a number from 1 on is expected");
    }

    /** The same for one router only. */
    public BreakpointDetails of(String newRouter) {
        return new BreakpointDetails(newRouter, condition, hits, log);
    }

    /** What is wrong with them, in a sentence. */
    public Optional<String> problem() {
        try {
            if (!condition.isBlank()) {
                WatchExpression.parse(condition);
            }
            LogText.parse(log);
            if (!hits.isBlank()) {
                number();
            }
        } catch (WatchException | RequestException wrong) {
            return Optional.of(wrong.getMessage());
        }
        return log.indexOf('"') >= 0 ? Optional.of("A text to tell has no \" in it")
                : router.strip().matches("\\S*") ? Optional.empty() : Optional.of("The name of a router has no blanks in it");
    }

    String title() {
        return (router.isBlank() ? "" : " of " + router) + (condition.isBlank() ? "" : " when " + condition)
                + (hits.isBlank() ? "" : " from hit " + hits) + (log.isBlank() ? "" : " tell \"" + log + "\"");
    }
}
