package dmvpn.app.debug.breakpoint;

import dmvpn.sim.trace.RecordedEvent;
import java.util.List;

/** Which way a message goes, seen from the router of the event. */
public enum Direction {
    /** The router sends it, for the first time or again. */
    SENT(" sent", " sent again", " repeated"),
    /** The router receives it. */
    RECEIVED(" received");

    private final List<String> endings;

    Direction(String... endings) {
        this.endings = List.of(endings);
    }

    /** Whether an event is a message that goes this way. */
    public boolean isOf(RecordedEvent event) {
        String message = event.message();
        return endings.stream().anyMatch(ending -> message.endsWith(ending) && !message.endsWith(" not" + ending));
    }
}
