package dmvpn.app.sequence;

import dmvpn.app.timeline.EventRows;
import dmvpn.sim.trace.BinaryTrace;
import dmvpn.sim.trace.TraceCursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * The events of a growing trace that a sequence chart shows, each in a row of its own, with what connects them: a few numbers for
 * each. A message is what one event says was sent and another one, which it caused, was received. One thread at a time reads on;
 * any may ask meanwhile, about the rows that {@link #count} tells it.
 */
public final class SequenceRows {

    /** No such row. */
    public static final int NONE = EventRows.NONE;

    private static final int FIRST_SIZE = 256;

    private final List<String> nodeNames;
    private final EventRows rows;
    private final Causes causes = new Causes();
    private final Map<MessageKind, Integer> kindNumbers = new HashMap<>();
    private volatile MessageKind[] kinds = new MessageKind[16];
    private volatile List<String> protocols = List.of();
    private volatile int[] kindOfRow = new int[FIRST_SIZE];
    private volatile int[] nodes = new int[FIRST_SIZE];
    private volatile long[] times = new long[FIRST_SIZE];
    /** Of a row with what was received the row with what was sent. */
    private volatile int[] senders = new int[FIRST_SIZE];
    /** Of a row with what was sent the first one that received it; of one that received it the next one that did. */
    private volatile int[] nextReceivers = new int[FIRST_SIZE];
    /** Of a row with what was sent the last one that received it. */
    private volatile int[] lastReceivers = new int[FIRST_SIZE];
    private volatile boolean[] usedNodes;
    private volatile int usedNodeCount;
    private volatile int count;

    /**
     * None yet.
     *
     * @param shown asked about each event, in order
     */
    public SequenceRows(BinaryTrace trace, Predicate<TraceCursor> shown) {
        nodeNames = trace.nodeNames();
        usedNodes = new boolean[nodeNames.size()];
        rows = new EventRows(trace, cursor -> {
            causes.add(cursor.causeIndex());
            if (shown.test(cursor)) {
                place(cursor.node(), cursor.timeNanos(), MessageKind.of(cursor.protocol(), cursor.message()), cursor.causeIndex());
                return true;
            }
            return false;
        });
    }

    /** Reads on, as {@link EventRows#readOn}. */
    public boolean readOn(int end, BooleanSupplier enough) {
        boolean all = rows.readOn(end, enough);
        count = rows.count();
        return all;
    }

    private void place(int node, long timeNanos, MessageKind kind, int cause) {
        int row = rows.count();
        grow(row);
        nodes[row] = node;
        times[row] = timeNanos;
        kindOfRow[row] = numberOf(kind);
        nextReceivers[row] = NONE;
        lastReceivers[row] = NONE;
        int sender = cause < 0 ? NONE : rows.rowOf(cause);
        senders[row] = sender != NONE && nodes[sender] != node && kind.isReceptionOf(kindOf(sender)) ? sender : NONE;
        if (senders[row] != NONE) {
            int before = lastReceivers[sender] == NONE ? sender : lastReceivers[sender];
            nextReceivers[before] = row;
            lastReceivers[sender] = row;
        }
        if (!usedNodes[node]) {
            usedNodes[node] = true;
            usedNodeCount++;
        }
    }

    private void grow(int row) {
        if (row == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * row);
            times = Arrays.copyOf(times, 2 * row);
            kindOfRow = Arrays.copyOf(kindOfRow, 2 * row);
            senders = Arrays.copyOf(senders, 2 * row);
            nextReceivers = Arrays.copyOf(nextReceivers, 2 * row);
            lastReceivers = Arrays.copyOf(lastReceivers, 2 * row);
        }
    }

    private int numberOf(MessageKind kind) {
        return kindNumbers.computeIfAbsent(kind, added -> {
            int number = kindNumbers.size();
            MessageKind[] all = number == kinds.length ? Arrays.copyOf(kinds, 2 * number) : kinds;
            all[number] = added;
            kinds = all;
            if (!protocols.contains(added.protocol())) {
                List<String> more = new ArrayList<>(protocols);
                more.add(added.protocol());
                protocols = List.copyOf(more);
            }
            return number;
        });
    }

    /** Number of rows. */
    public int count() {
        return count;
    }

    /** Number of events that were looked at. */
    public int readEvents() {
        return rows.readEvents();
    }

    /** Names of all routers and hosts by their index. */
    public List<String> nodeNames() {
        return nodeNames;
    }

    /** Number of routers and hosts that have a row; it grows only. */
    public int usedNodeCount() {
        return usedNodeCount;
    }

    /** True for a router or host that has a row. */
    public boolean isUsed(int node) {
        return usedNodes[node];
    }

    /** Protocols in the order of their first row. */
    public List<String> protocols() {
        return protocols;
    }

    /** What caused which event of the whole trace, shown or not. */
    public Causes causes() {
        return causes;
    }

    /** Index in the trace of the event in a row. */
    public int event(int row) {
        return rows.event(row);
    }

    /** The row of an event, or {@link #NONE} when it has none. */
    public int rowOf(int event) {
        int row = rowAtOrBefore(event);
        return row != NONE && rows.event(row) == event ? row : NONE;
    }

    /** The last row with an event that is not behind another one, or {@link #NONE}. */
    public int rowAtOrBefore(int event) {
        return Math.min(rows.rowAtOrBefore(event), count - 1);
    }

    /** Instant of a row since the start of the run. */
    public long timeNanos(int row) {
        return times[row];
    }

    /** Index of the router or host of a row. */
    public int node(int row) {
        return nodes[row];
    }

    /** Protocol of a row. */
    public String protocol(int row) {
        return kindOf(row).protocol();
    }

    /** The message of a row, or what happened, in a few words. */
    public String label(int row) {
        return kindOf(row).label();
    }

    /** The same with what became of the message. */
    public String message(int row) {
        return kindOf(row).message();
    }

    /** True for a row of a message that was sent. */
    public boolean isSent(int row) {
        return kindOf(row).direction() == MessageKind.Direction.SENT;
    }

    /** Of a row with what was received the row with what was sent, else {@link #NONE}. */
    public int sender(int row) {
        return senders[row];
    }

    /** Of a row with what was sent the first row that received it; of one that received it the next one that did; {@link #NONE} behind the last one. */
    public int nextReceiver(int row) {
        int next = nextReceivers[row];
        return next < count ? next : NONE;
    }

    /** Of a row with what was sent the last row that received it, or {@link #NONE}. */
    int lastReceiver(int row) {
        return lastReceivers[row];
    }

    private MessageKind kindOf(int row) {
        return kinds[kindOfRow[row]];
    }
}
