package dmvpn.app.debug.branch;

import dmvpn.sim.trace.TimeText;

/**
 * Something that is done to a run while it is debugged, as a scenario would do it.
 *
 * @param timeNanos instant since the start of the run
 * @param action an action of the language, such as {@code fail HQ} or {@code set loss 5% on Internet}
 */
public record RunChange(long timeNanos, String action) {

    /** The statement of a scenario that does it. */
    public String statement() {
        return "at " + timeNanos + "ns " + action;
    }

    /** In a few words, such as {@code fail HQ at 100.000 s}. */
    public String title() {
        return action + " at " + TimeText.instant(timeNanos) + " s";
    }
}
