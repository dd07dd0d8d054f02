package dmvpn.app.debug;

import dmvpn.sim.trace.RecordedEvent;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * What belongs together of a protocol: an event, what led to it and what it leads to, as far as it is the same protocol. A
 * registration ends with what its reply changed, an IKE exchange with the security associations.
 */
final class Conversation {

    /** When nothing more comes for so long, the conversation is over: longer than the first repetitions of NHRP and IKE. */
    private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();

    private final String protocol;
    private final Set<Integer> members = new HashSet<>();
    private int lastEvent;
    private long lastNanos;

    private Conversation(RecordedEvent event) {
        protocol = event.protocol();
        lastEvent = event.index();
        lastNanos = event.timeNanos();
    }

    /** @param events gives the events of the run by index */
    static Conversation of(RecordedEvent event, IntFunction<RecordedEvent> events) {
        Conversation conversation = new Conversation(event);
        RecordedEvent first = event;
        conversation.members.add(first.index());
        while (first.causeIndex() != RecordedEvent.NO_CAUSE && events.apply(first.causeIndex()).protocol().equals(event.protocol())) {
            first = events.apply(first.causeIndex());
            conversation.members.add(first.index());
        }
        return conversation;
    }

    /** Index of its last event so far. */
    int lastEvent() {
        return lastEvent;
    }

    /** When it is over, should nothing more come. */
    long endNanos() {
        return lastNanos + PATIENCE_NANOS;
    }

    /** Takes in the event in hand; true when it comes so late that the conversation was over before. */
    boolean isOverAt(RecordedEvent event) {
        if (event.timeNanos() > endNanos()) {
            return true;
        }
        if (event.protocol().equals(protocol) && members.contains(event.causeIndex())) {
            members.add(event.index());
            lastEvent = event.index();
            lastNanos = event.timeNanos();
        }
        return false;
    }
}
