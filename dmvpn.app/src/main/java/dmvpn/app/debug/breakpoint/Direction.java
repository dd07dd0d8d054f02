package dmvpn.app.debug.breakpoint;

import dmvpn.sim.trace.RecordedEvent;

/** Which way a message goes, seen from the router of the event. */
public enum Direction {
    /** The router sends it. */
    SENT(" sent"),
    /** The router receives it. */
    RECEIVED(" received");

    private final String ending;

    Direction(String ending) {
        this.ending = ending;
    }

    /** Whether an event is a message that goes this way. */
    public boolean isOf(RecordedEvent event) {
        String message = event.message();
        return (message.endsWith(ending) || message.endsWith(ending + " again")) && !message.endsWith(" not" + ending);
    }
}
