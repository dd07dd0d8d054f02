package dmvpn.app.diagram;

import dmvpn.app.sequence.SequenceRows;
import dmvpn.diagram.glsp.ShownRun;
import dmvpn.sim.trace.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The messages of a run by the elements of a diagram: those that are under way after an event, and the one next to it. */
final class MessagesUnderWay {

    /** Nobody can tell more apart, and pages draw them many times a second. */
    static final int MOST_SHOWN = 150;

    private static final int MOST_LOOKED_AT = 20_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final SeenEvents seen;
    private final SequenceRows rows;
    private final DrawnNodes nodes;
    private final List<String> nodeNames;
    private final int events;
    private final long longestWayNanos;

    /** @param events number of events that are known */
    MessagesUnderWay(SeenEvents seen, DrawnNodes nodes, int events) {
        this.seen = seen;
        this.rows = seen.rows();
        this.nodes = nodes;
        this.nodeNames = seen.trace().nodeNames();
        this.events = events;
        this.longestWayNanos = seen.longestWayNanos();
    }

    static double seconds(long nanos) {
        return nanos / NANOS_PER_SECOND;
    }

    /**
     * Messages that were sent with an event or before it and had not arrived before it.
     *
     * @param shown those that are shown, that of the event first
     * @param more how many more there are
     */
    record UnderWay(List<ShownRun.Message> shown, int more) {
    }

    /** What is under way when an event has just happened. */
    UnderWay at(RecordedEvent event) {
        List<ShownRun.Message> found = new ArrayList<>();
        arriving(event, found);
        unanswered(event, found);
        found.sort((one, other) -> Boolean.compare(isOf(event, other), isOf(event, one)));
        return new UnderWay(found.subList(0, Math.min(found.size(), MOST_SHOWN)), Math.max(0, found.size() - MOST_SHOWN));
    }

    private static boolean isOf(RecordedEvent event, ShownRun.Message message) {
        return message.sent() == event.index() || message.received() == event.index();
    }

    /** Messages whose arrival is known: it comes behind the event by no more than the longest way. */
    private void arriving(RecordedEvent event, List<ShownRun.Message> found) {
        int end = Math.min(events, event.index() + MOST_LOOKED_AT);
        for (int arrival = event.index(); arrival < end && rows.timeNanos(arrival) <= event.timeNanos() + longestWayNanos; arrival++) {
            if (seen.startOf(arrival) <= event.index()) {
                arrived(arrival).ifPresent(found::add);
            }
        }
    }

    /** Messages that may still arrive: the run has not come as far yet. */
    private void unanswered(RecordedEvent event, List<ShownRun.Message> found) {
        long lastNanos = rows.timeNanos(events - 1);
        int end = Math.max(0, event.index() - MOST_LOOKED_AT);
        for (int sent = event.index(); sent >= end && rows.timeNanos(sent) + longestWayNanos >= lastNanos; sent--) {
            if (!seen.hasArrived(sent) && rows.isSent(sent)) {
                expected(sent).ifPresent(found::add);
            }
        }
    }

    /** Where a message goes that nobody has received yet; nothing when no address in it says so. */
    private Optional<ShownRun.Message> expected(int sent) {
        RecordedEvent event = seen.trace().event(sent);
        int receiver = seen.receiverOf(event);
        return receiver == SeenEvents.NOBODY ? Optional.empty()
                : message(sent, nodeNames.get(receiver), event.timeNanos() + longestWayNanos, -1);
    }

    /** What arrived with an event, when both its ends are drawn; nothing when nothing did. */
    Optional<ShownRun.Message> arrived(int event) {
        int start = seen.startOf(event);
        return start == SequenceRows.NONE ? Optional.empty() : message(start, nodeNames.get(rows.node(event)), rows.timeNanos(event), event);
    }

    private Optional<ShownRun.Message> message(int start, String to, long arrivesNanos, int received) {
        int origin = seen.originOf(start);
        String from = nodeNames.get(rows.node(start));
        Optional<String> one = nodes.of(from);
        Optional<String> other = nodes.of(to);
        return one.isEmpty() || other.isEmpty() || one.equals(other) ? Optional.empty()
                : Optional.of(new ShownRun.Message(one.get(), other.get(), seen.cloudOf(start).map(nodes::cloud).orElse(""), rows.protocol(origin),
                        from + " to " + to + ": " + rows.label(origin), seconds(rows.timeNanos(start)), seconds(arrivesNanos),
                        start, received));
    }

    /** The event with which the next message leaves, or the one before; the last event of the run, or none, when there is none. */
    int neighbour(int event, boolean forwards) {
        for (int next = forwards ? event + 1 : event - 1; next >= 0 && next < events; next += forwards ? 1 : -1) {
            if (seen.hasArrived(next) && isDrawn(next)) {
                return next;
            }
        }
        return forwards ? events - 1 : -1;
    }

    /** True when what leaves with an event is drawn on its way. */
    private boolean isDrawn(int event) {
        int end = Math.min(events, event + MOST_LOOKED_AT);
        for (int arrival = event + 1; arrival < end; arrival++) {
            if (seen.startOf(arrival) == event) {
                return arrived(arrival).isPresent();
            }
        }
        return false;
    }
}
