package dmvpn.app.debug;

import dmvpn.sim.trace.BinaryTrace;
import dmvpn.sim.trace.TraceCursor;
import java.util.Arrays;

/** The events of a growing trace that are no keep-alives, in order. One thread at a time reads on; any may ask. */
final class LastingEvents {

    /** No such event. */
    static final int NONE = -1;

    private final TraceCursor cursor;
    private volatile int[] indices = new int[256];
    /** Written after what it counts. */
    private volatile int count;

    LastingEvents(BinaryTrace trace) {
        cursor = trace.cursor();
    }

    /** Takes in what was recorded since the last time. */
    void readOn() {
        while (cursor.next()) {
            if (!cursor.isKeepAlive()) {
                add(cursor.index());
            }
        }
    }

    private void add(int event) {
        int size = count;
        if (size == indices.length) {
            indices = Arrays.copyOf(indices, 2 * size);
        }
        indices[size] = event;
        count = size + 1;
    }

    /** Number of events. */
    int count() {
        return count;
    }

    /** Number of events before an event of the trace. */
    int countBefore(int event) {
        int size = count;
        int place = Arrays.binarySearch(indices, 0, size, event);
        return place >= 0 ? place : -place - 1;
    }

    /** Index in the trace of the event at a place. */
    int event(int place) {
        return indices[place];
    }

    /** The first event after an event of the trace, or {@link #NONE}. */
    int after(int event) {
        int place = countBefore(event + 1);
        return place < count ? indices[place] : NONE;
    }

    /** The last event, or {@link #NONE}. */
    int last() {
        int size = count;
        return size == 0 ? NONE : indices[size - 1];
    }
}
