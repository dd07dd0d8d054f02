package dmvpn.app.timeline;

import dmvpn.sim.trace.BinaryTrace;

/**
 * At which instant events happened.
 *
 * @param trace the events
 * @param events number of events that are looked at
 */
public record EventInstants(BinaryTrace trace, int events) {

    private static final double NANOS_PER_SECOND = 1e9;

    /** Index of the first event at or behind an instant; the number of events when there is none. */
    public int firstAt(long instantNanos) {
        int from = 0;
        int end = events;
        while (from < end) {
            int middle = (from + end) >>> 1;
            if (trace.event(middle).timeNanos() < instantNanos) {
                from = middle + 1;
            } else {
                end = middle;
            }
        }
        return from;
    }

    /** Index of the last event at or before an instant, in seconds since the start; -1 when there is none. */
    public int lastAt(double seconds) {
        return firstAt(Math.round(seconds * NANOS_PER_SECOND) + 1) - 1;
    }
}
