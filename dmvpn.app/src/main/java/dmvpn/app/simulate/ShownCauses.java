package dmvpn.app.simulate;

import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.TraceCursor;
import java.util.Arrays;

/**
 * Causes without hidden keep-alives: an acknowledgement that nobody sees brings a neighbour up, and who reads the timeline
 * wants to know which event that he sees led there.
 */
final class ShownCauses {

    private final EventFilter filter;

    /** Per event itself, or for a hidden keep-alive what led to it. */
    private int[] nearest = new int[1024];

    ShownCauses(EventFilter filter) {
        this.filter = filter;
    }

    /** Notes the current event of a cursor that visits all of them in order. */
    void follow(TraceCursor cursor) {
        int index = cursor.index();
        if (index == nearest.length) {
            nearest = Arrays.copyOf(nearest, 2 * index);
        }
        nearest[index] = filter.hidesAsKeepAlive(cursor) ? of(cursor) : index;
    }

    /** The nearest event that led to the current one and is no hidden keep-alive, or {@link RecordedEvent#NO_CAUSE}. */
    int of(TraceCursor cursor) {
        int cause = cursor.causeIndex();
        return cause == RecordedEvent.NO_CAUSE ? RecordedEvent.NO_CAUSE : nearest[cause];
    }
}
