package dmvpn.app.debug;

import dmvpn.sim.trace.BinaryTrace;
import dmvpn.sim.trace.TraceCursor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The events of a growing trace that are no keep-alives, in order. Repetitions of the run have the same ones, so that any of
 * their traces that is longer than what is known tells the rest. One thread at a time reads on; any may ask.
 */
final class LastingEvents {

    /** No such event. */
    static final int NONE = -1;

    private volatile Set<String> leftOut = Set.of();
    private BinaryTrace trace;
    private TraceCursor cursor;
    private int known;
    private volatile int[] indices = new int[256];
    /** Written after what it counts. */
    private volatile int count;

    /** Leaves events of protocols out too; to be said before there are any. */
    void leaveOut(Set<String> protocols) {
        leftOut = protocols.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    Set<String> leftOut() {
        return leftOut;
    }

    /** Takes in what a trace has more than what is known. */
    void readOn(BinaryTrace longer) {
        if (longer.size() <= known) {
            return;
        }
        if (longer != trace) {
            trace = longer;
            cursor = longer.cursor();
            if (known > 0) {
                cursor.seek(known - 1);
            }
        }
        while (cursor.next()) {
            if (!cursor.isKeepAlive() && (leftOut.isEmpty() || !leftOut.contains(cursor.protocol().toLowerCase(Locale.ROOT)))) {
                add(cursor.index());
            }
        }
        known = cursor.index() + 1;
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

    /** The last event before an event of the trace, or {@link #NONE}. */
    int before(int event) {
        int place = countBefore(event);
        return place > 0 ? indices[place - 1] : NONE;
    }

    /** The last event, or {@link #NONE}. */
    int last() {
        int size = count;
        return size == 0 ? NONE : indices[size - 1];
    }
}
