package dmvpn.app.debug;

import dmvpn.network.origin.Origin;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.RecordedField;
import dmvpn.sim.trace.TimeText;
import java.util.stream.Collectors;

/**
 * A line of a timeline, as text.
 *
 * @param event index of the event in the trace
 * @param time seconds since the start of the run
 * @param router name of the router or host
 * @param protocol protocol
 * @param message what happened
 * @param fields key fields
 * @param reason why; may be empty
 * @param origin the element of the model that configured it
 */
public record TimelineRow(
        int event, String time, String router, String protocol, String message, String fields, String reason,
        Origin origin) {

    /** The line of an event. */
    public static TimelineRow of(RecordedEvent event) {
        String fields = event.fields().stream()
                .filter(RecordedField::isPresent)
                .map(field -> field.name() + "=" + field.value().text())
                .collect(Collectors.joining("  "));
        return new TimelineRow(event.index(), TimeText.instant(event.timeNanos()), event.nodeName(), event.protocol(),
                event.message(), fields, event.reason(), event.origin());
    }
}
