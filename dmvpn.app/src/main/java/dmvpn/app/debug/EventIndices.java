package dmvpn.app.debug;

import java.util.Arrays;

/** Some events of a growing trace, in order. One thread at a time adds; any may ask. */
final class EventIndices {

    /** No such event. */
    static final int NONE = -1;

    private volatile int[] indices = new int[256];
    /** Written after what it counts. */
    private volatile int count;

    /** Adds an event that is behind all others. */
    void add(int event) {
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

    /** The last event before an event of the trace, or {@link #NONE}. */
    int before(int event) {
        int place = countBefore(event);
        return place > 0 ? indices[place - 1] : NONE;
    }
}
