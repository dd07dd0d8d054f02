package dmvpn.app.timeline;

import dmvpn.sim.trace.BinaryTrace;
import dmvpn.sim.trace.TraceCursor;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * The events of a growing trace that are shown, by their row: four bytes for each. One thread at a time reads on; any may ask
 * meanwhile, about the rows that {@link #count} tells it.
 */
public final class EventRows {

    /** No such row. */
    public static final int NONE = -1;

    private static final int EVENTS_BETWEEN_QUESTIONS = 4_096;

    private final TraceCursor cursor;
    private final Predicate<TraceCursor> shown;
    private volatile int[] events = new int[256];
    /** Written after what it counts. */
    private volatile int count;
    private volatile int readEvents;

    /**
     * None yet.
     *
     * @param shown asked about each event, in order
     */
    public EventRows(BinaryTrace trace, Predicate<TraceCursor> shown) {
        this.cursor = trace.cursor();
        this.shown = shown;
    }

    /**
     * Reads on.
     *
     * @param end number of events of the trace that may be looked at
     * @param enough asked now and then: true to leave the rest for the next time
     * @return false when there was enough before the end
     */
    public boolean readOn(int end, BooleanSupplier enough) {
        while (cursor.index() + 1 < end) {
            if ((cursor.index() + 1) % EVENTS_BETWEEN_QUESTIONS == 0 && enough.getAsBoolean()) {
                return false;
            }
            if (!cursor.next()) {
                return true;
            }
            if (shown.test(cursor)) {
                add(cursor.index());
            }
            readEvents = cursor.index() + 1;
        }
        return true;
    }

    private void add(int event) {
        int size = count;
        if (size == events.length) {
            events = Arrays.copyOf(events, 2 * size);
        }
        events[size] = event;
        count = size + 1;
    }

    /** Number of rows. */
    public int count() {
        return count;
    }

    /** Number of events that were looked at. */
    public int readEvents() {
        return readEvents;
    }

    /** Index in the trace of the event in a row. */
    public int event(int row) {
        return events[row];
    }

    /** The row of an event, or {@link #NONE} when it has none. */
    public int rowOf(int event) {
        int row = rowAtOrBefore(event);
        return row != NONE && events[row] == event ? row : NONE;
    }

    /** The last row with an event that is not behind another one, or {@link #NONE}. */
    public int rowAtOrBefore(int event) {
        int size = count;
        int place = Arrays.binarySearch(events, 0, size, event);
        return place >= 0 ? place : -place - 2;
    }
}
