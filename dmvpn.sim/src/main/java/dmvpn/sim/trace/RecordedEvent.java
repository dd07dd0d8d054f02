package dmvpn.sim.trace;

import dmvpn.network.origin.Origin;
import java.util.List;
import java.util.Optional;

/**
 * An event as the trace holds it.
 *
 * @param index place in the trace, from 0
 * @param timeNanos instant since the start of the run
 * @param node index of the router or host
 * @param nodeName name of the router or host
 * @param protocol protocol as people know it
 * @param message what happened
 * @param keepAlive true for what goes to and fro as long as nothing changes; see {@link TraceEvent#isKeepAlive}
 * @param fields key fields in the order of their description
 * @param reason why, empty when the message says it all
 * @param causeIndex index of the event that caused this one, or {@link #NO_CAUSE}
 * @param origin the element of the model that configured it
 */
public record RecordedEvent(
        int index,
        long timeNanos,
        int node,
        String nodeName,
        String protocol,
        String message,
        boolean keepAlive,
        List<RecordedField> fields,
        String reason,
        int causeIndex,
        Origin origin) {

    /** Cause of what happens by itself, such as the start of the run. */
    public static final int NO_CAUSE = -1;

    /** Keeps an immutable copy of the list. */
    public RecordedEvent {
        fields = List.copyOf(fields);
    }

    /** The same with another cause. */
    public RecordedEvent withCause(int newCauseIndex) {
        return new RecordedEvent(index, timeNanos, node, nodeName, protocol, message, keepAlive, fields, reason,
                newCauseIndex, origin);
    }

    /** The value of a field, empty when the event has no such field or the value is absent. */
    public Optional<FieldValue> field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name) && field.isPresent())
                .map(RecordedField::value)
                .findFirst();
    }
}
