package dmvpn.app.debug.conversation;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.debug.TimelineRow;
import dmvpn.sim.trace.BinaryTrace;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.TraceCursor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The conversation of the event in hand: what led to it and what it leads to within its protocol, as far as the run is known.
 *
 * @param members its events in their order
 * @param inHand index among them of the event in hand
 * @param more true when it goes on behind the members, which are many
 * @param machine the state machine behind it, as of the event in hand; empty when there is none
 */
public record SeenConversation(List<Member> members, int inHand, boolean more, Optional<MachineState> machine) {

    /** When nothing comes for so long, a conversation is over: as when the debugger steps to its end. */
    private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int MOST_MEMBERS = 500;
    private static final List<String> REPEATED = List.of(" sent again", " repeated");

    /**
     * An event of a conversation.
     *
     * @param row the event as the timeline shows it
     * @param again true for a message that was sent before
     * @param sinceFirstNanos time since the first event of the conversation
     */
    public record Member(TimelineRow row, boolean again, long sinceFirstNanos) {
    }

    /** Keeps an immutable copy of the list. */
    public SeenConversation {
        members = List.copyOf(members);
    }

    /** What it was, in short: how many events, how many of them again, and how it ended so far. */
    public String outcome() {
        long again = members.stream().filter(Member::again).count();
        TimelineRow last = members.getLast().row();
        return members.size() + (members.size() == 1 ? " event" : " events") + (again == 0 ? "" : ", " + again + " of them sent again")
                + (more ? ", and more" : "") + "; so far it ends with: " + last.router() + " " + last.message()
                + (last.reason().isEmpty() ? "" : " (" + last.reason() + ")");
    }

    /** Reads the conversation of the event in hand; empty before the first event. */
    public static Optional<SeenConversation> read(DebugSession session) {
        return session.event().map(event -> read(session, event));
    }

    private static SeenConversation read(DebugSession session, RecordedEvent event) {
        List<RecordedEvent> events = session.ofTrace(trace -> events(trace, event));
        boolean more = events.size() > MOST_MEMBERS;
        int place = indexOf(events, event);
        int from = more ? Math.max(0, Math.min(place - MOST_MEMBERS / 2, events.size() - MOST_MEMBERS)) : 0;
        List<RecordedEvent> shown = events.subList(from, Math.min(events.size(), from + MOST_MEMBERS));
        List<Member> members = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (RecordedEvent each : shown) {
            boolean again = REPEATED.stream().anyMatch(each.message()::endsWith)
                    || each.message().endsWith(" sent") && !said.add(each.node() + each.message() + requestOf(each));
            members.add(new Member(TimelineRow.of(each), again, each.timeNanos() - shown.getFirst().timeNanos()));
        }
        return new SeenConversation(members, place - from, more, machine(session, events, event));
    }

    /** Requests of NHRP are sent again with the same number. */
    private static String requestOf(RecordedEvent event) {
        return event.field("requestId").map(id -> " " + id.text()).orElse(" " + event.index());
    }

    /** Of a registration or resolution the state is that of the router that asked; of all others each end has its own. */
    private static Optional<MachineState> machine(DebugSession session, List<RecordedEvent> events, RecordedEvent event) {
        return StateMachines.of(event).flatMap(machine -> {
            boolean ofWhoAsked = machine == StateMachines.REGISTRATION || machine == StateMachines.RESOLUTION;
            RecordedEvent of = !ofWhoAsked ? event : events.stream()
                    .filter(each -> each.message().endsWith("Request sent") && StateMachines.of(each).filter(machine::equals).isPresent())
                    .filter(each -> requestOf(each).equals(requestOf(event))).findFirst().orElse(event);
            return MachineState.read(session, machine, of, event.index());
        });
    }

    private static int indexOf(List<RecordedEvent> events, RecordedEvent event) {
        for (int index = 0; index < events.size(); index++) {
            if (events.get(index).index() == event.index()) {
                return index;
            }
        }
        throw new IllegalStateException("An event belongs to its conversation");
    }

    private static List<RecordedEvent> events(BinaryTrace trace, RecordedEvent event) {
        RecordedEvent first = event;
        Set<Integer> path = new HashSet<>(List.of(first.index()));
        while (first.causeIndex() != RecordedEvent.NO_CAUSE) {
            RecordedEvent cause = trace.event(first.causeIndex());
            if (!cause.protocol().equals(event.protocol()) || first.timeNanos() - cause.timeNanos() > PATIENCE_NANOS) {
                break;
            }
            first = cause;
            path.add(first.index());
        }
        TraceCursor cursor = trace.cursor();
        cursor.seek(first.index());
        List<RecordedEvent> events = new ArrayList<>(List.of(first));
        Set<Integer> members = new HashSet<>(path);
        long last = event.timeNanos();
        while (cursor.next() && cursor.timeNanos() - last <= PATIENCE_NANOS
                && (events.size() <= 2 * MOST_MEMBERS || cursor.index() <= event.index())) {
            boolean isMember = cursor.protocol().equals(event.protocol())
                    && (members.contains(cursor.causeIndex()) || path.contains(cursor.index()));
            if (isMember) {
                members.add(cursor.index());
                last = Math.max(last, cursor.timeNanos());
                if (!cursor.isKeepAlive() || cursor.index() == event.index()) {
                    events.add(cursor.event());
                }
            }
        }
        return events;
    }
}
