package dmvpn.sim.ui.events;

import dmvpn.app.debug.TimelineRow;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.RecordedField;
import dmvpn.sim.trace.TimeText;
import dmvpn.sim.ui.cursor.CursorPlace;
import java.util.Optional;

/** Events in words. */
public final class EventWords {

    private EventWords() {
    }

    /** The event under the cursor. */
    public static Optional<RecordedEvent> event(CursorPlace place) {
        return place.simulation().map(simulation -> simulation.session().knownTrace())
                .filter(trace -> place.isOnEvent() && place.event() < trace.size()).map(trace -> trace.event(place.event()));
    }

    /** In a line. */
    public static String line(RecordedEvent event) {
        return TimeText.instant(event.timeNanos()) + " s, " + event.nodeName() + ", " + event.protocol() + " " + event.message();
    }

    /** With all its fields. */
    public static String whole(RecordedEvent event) {
        StringBuilder text = new StringBuilder(line(event));
        for (RecordedField field : event.fields()) {
            if (field.isPresent()) {
                text.append("\n   ").append(field.name()).append(": ").append(field.value().text());
            }
        }
        return event.reason().isEmpty() ? text.toString() : text.append('\n').append(event.reason()).toString();
    }

    /** As a line of a table, between tabulators. */
    public static String cells(RecordedEvent event) {
        TimelineRow row = TimelineRow.of(event);
        return String.join("\t", row.time(), row.router(), row.protocol(), row.message(), row.fields(), row.reason());
    }

    /** How many are shown of how many. */
    public static String count(int shown, int all) {
        String whole = all == 1 ? "1 event" : all + " events";
        return shown == all ? whole : shown + " of " + whole;
    }
}
