package dmvpn.app.diagram;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.sequence.SequenceRows;
import dmvpn.sim.trace.BinaryTrace;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.TraceCursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a diagram shows of a trace that grows: messages, tunnels that come and go, tables that grow. Each event is read once. For
 * one thread at a time.
 */
final class SeenEvents {

    /** No such router or host. */
    static final int NOBODY = -1;

    /** Fields that say where a message goes to, the tunnel's outside before what it carries. */
    private static final List<String> DESTINATIONS = List.of("peer", "peerNbmaAddress", "destination", "neighbor", "destinationProtocolAddress");

    private static final String ADJACENT = "FULL";
    private static final String FORWARDED = " forwarded";
    private static final List<String> DEPARTURES = List.of(" sent", " sent again", FORWARDED);
    private static final List<String> ARRIVALS = List.of(" received", FORWARDED, " dropped", " ignored");
    private static final int MOST_STEPS = 200;

    private final BinaryTrace trace;
    private final SequenceRows rows;
    private final List<SeenChange> changes = new ArrayList<>();
    private final TunnelEnds ends;
    private final SeenTunnels tunnels;
    /** Of each event where what arrived with it came from. */
    private int[] starts = new int[256];
    private final BitSet gone = new BitSet();
    private int linked;
    private long longestWayNanos;

    SeenEvents(DebugSession session) {
        this.trace = session.knownTrace();
        this.ends = TunnelEnds.of(session);
        this.tunnels = new SeenTunnels(ends, changes::add);
        this.rows = new SequenceRows(trace, cursor -> {
            look(cursor);
            return true;
        });
    }

    /** Reads on, as {@link SequenceRows#readOn}. */
    boolean readOn(int end, BooleanSupplier enough) {
        boolean all = rows.readOn(end, enough);
        for (; linked < rows.count(); linked++) {
            link(linked);
        }
        return all;
    }

    /** What arrives at a router or host left another one: that of the nearest cause elsewhere, unless something here has it already. */
    private void link(int row) {
        if (row == starts.length) {
            starts = Arrays.copyOf(starts, 2 * row);
        }
        starts[row] = SequenceRows.NONE;
        if (ends(row, ARRIVALS)) {
            int cause = rows.causes().causeOf(row);
            for (int step = 0; cause != RecordedEvent.NO_CAUSE && rows.node(cause) == rows.node(row) && starts[cause] == SequenceRows.NONE
                    && step < MOST_STEPS; step++) {
                cause = rows.causes().causeOf(cause);
            }
            if (cause != RecordedEvent.NO_CAUSE && rows.node(cause) != rows.node(row) && ends(cause, DEPARTURES)) {
                starts[row] = cause;
                gone.set(cause);
                longestWayNanos = Math.max(longestWayNanos, rows.timeNanos(row) - rows.timeNanos(cause));
            }
        }
    }

    private boolean ends(int row, List<String> words) {
        String message = rows.message(row);
        return words.stream().anyMatch(message::endsWith);
    }

    /** Of an event with which something arrives the one with which it left; {@link SequenceRows#NONE} for others. */
    int startOf(int event) {
        return starts[event];
    }

    /** True for an event with which something left that is known to have arrived somewhere. */
    boolean hasArrived(int event) {
        return gone.get(event);
    }

    /** The event that says what it is that left: what is forwarded was sent elsewhere, or received here. */
    int originOf(int event) {
        int origin = event;
        for (int step = 0; step < MOST_STEPS && rows.message(origin).endsWith(FORWARDED); step++) {
            int before = starts[origin] != SequenceRows.NONE ? starts[origin] : rows.causes().causeOf(origin);
            if (before == RecordedEvent.NO_CAUSE) {
                return origin;
            }
            origin = before;
        }
        return origin;
    }

    /** How long a message was under way at most. */
    long longestWayNanos() {
        return longestWayNanos;
    }

    /** The trace. */
    BinaryTrace trace() {
        return trace;
    }

    /** All events: the row of each has its number. */
    SequenceRows rows() {
        return rows;
    }

    /** What changed, in order. */
    List<SeenChange> changes() {
        return Collections.unmodifiableList(changes);
    }

    /** The router or host that an event's message goes to, as far as its address is known; {@link #NOBODY} else. */
    int receiverOf(RecordedEvent event) {
        return DESTINATIONS.stream().flatMap(name -> event.field(name).stream()).flatMap(field -> ends.nodeAt(field.text()).stream())
                .filter(node -> node != event.node()).findFirst().orElse(NOBODY);
    }

    /** The cloud whose tunnel a message takes when it leaves with an event; empty when it takes none. */
    Optional<String> cloudOf(int event) {
        return tunnels.cloudOf(trace.event(event));
    }

    private void look(TraceCursor cursor) {
        switch (cursor.message()) {
            case "cache entry added", "neighbor up" -> table(cursor, 1);
            case "cache entry removed", "neighbor down" -> table(cursor, -1);
            default -> {
                if (cursor.message().startsWith("neighbor ") && cursor.protocol().startsWith("OSPF")) {
                    adjacency(cursor);
                }
            }
        }
        if (SeenTunnels.tellsOfTunnels(cursor.message())) {
            tunnels.take(cursor.event());
        }
    }

    private static Optional<String> field(TraceCursor cursor, String name) {
        return cursor.event().field(name).map(field -> field.text());
    }

    /** OSPF names the state that a neighbour has now; the tables count those that are adjacent. */
    private void adjacency(TraceCursor cursor) {
        if (cursor.message().equals("neighbor " + ADJACENT)) {
            table(cursor, 1);
        } else if (field(cursor, "before").filter(ADJACENT::equals).isPresent()) {
            table(cursor, -1);
        }
    }

    private void table(TraceCursor cursor, int difference) {
        changes.add(new SeenChange.Table(cursor.index(), cursor.timeNanos(), cursor.node(), cursor.protocol(), difference));
    }
}
