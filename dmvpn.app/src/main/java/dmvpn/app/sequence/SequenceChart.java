package dmvpn.app.sequence;

import dmvpn.sim.trace.RecordedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sequence chart.
 *
 * @param lifelines names of the routers and hosts, from left to right
 * @param elements what happens, in the order of the trace
 */
public record SequenceChart(List<String> lifelines, List<SequenceElement> elements) {

    private static final String SENT = " sent";
    private static final String RECEIVED = " received";

    /** Keeps immutable copies. */
    public SequenceChart {
        lifelines = List.copyOf(lifelines);
        elements = List.copyOf(elements);
    }

    /**
     * The chart of some events. A message is what one event says was sent and another one, which it caused, was received.
     * Routers without an event are left out, the others keep the order of the trace.
     *
     * @param events events in the order of the trace
     * @param nodeNames names of all routers and hosts, by their index
     */
    public static SequenceChart of(List<RecordedEvent> events, List<String> nodeNames) {
        int[] lifelineOf = new int[nodeNames.size()];
        List<String> lifelines = new ArrayList<>();
        boolean[] used = new boolean[nodeNames.size()];
        events.forEach(event -> used[event.node()] = true);
        for (int node = 0; node < used.length; node++) {
            lifelineOf[node] = lifelines.size();
            if (used[node]) {
                lifelines.add(nodeNames.get(node));
            }
        }
        return new SequenceChart(lifelines, elements(events, lifelineOf));
    }

    private static List<SequenceElement> elements(List<RecordedEvent> events, int[] lifelineOf) {
        Map<Integer, List<RecordedEvent>> receivedBySent = new HashMap<>();
        Map<Integer, RecordedEvent> known = new HashMap<>();
        events.forEach(event -> known.put(event.index(), event));
        for (RecordedEvent event : events) {
            if (isReceptionOf(event, known.get(event.causeIndex()))) {
                receivedBySent.computeIfAbsent(event.causeIndex(), index -> new ArrayList<>()).add(event);
            }
        }
        List<SequenceElement> elements = new ArrayList<>();
        for (RecordedEvent event : events) {
            int lifeline = lifelineOf[event.node()];
            List<RecordedEvent> receptions = receivedBySent.getOrDefault(event.index(), List.of());
            if (!receptions.isEmpty()) {
                for (RecordedEvent reception : receptions) {
                    elements.add(new SequenceElement.Message(event.index(), reception.index(), event.timeNanos(), reception.timeNanos(),
                            lifeline, lifelineOf[reception.node()], event.protocol(), without(event.message(), SENT)));
                }
            } else if (event.message().endsWith(SENT)) {
                elements.add(new SequenceElement.Unreceived(event.index(), event.timeNanos(), lifeline, event.protocol(),
                        without(event.message(), SENT)));
            } else if (!isReceptionOf(event, known.get(event.causeIndex()))) {
                elements.add(new SequenceElement.Occurrence(event.index(), event.timeNanos(), lifeline, event.protocol(), event.message()));
            }
        }
        return elements;
    }

    /** What is sent and what is received have the same name; that of a reply differs. */
    private static boolean isReceptionOf(RecordedEvent event, RecordedEvent cause) {
        return cause != null && event.node() != cause.node() && event.protocol().equals(cause.protocol())
                && event.message().endsWith(RECEIVED) && cause.message().endsWith(SENT)
                && without(event.message(), RECEIVED).equals(without(cause.message(), SENT));
    }

    private static String without(String message, String ending) {
        return message.substring(0, message.length() - ending.length());
    }
}
