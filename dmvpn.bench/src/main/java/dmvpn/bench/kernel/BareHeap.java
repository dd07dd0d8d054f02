package dmvpn.bench.kernel;

import java.util.Arrays;

/**
 * The limit to measure against: a 4-ary heap of bare instants in a {@code long[]} whose first entry is replaced. No
 * handler, no payload, no order among equals, no cancelling.
 */
final class BareHeap {

    private final boolean withTimers;
    private final long[] heap;
    private final ExponentialDelays delays = new ExponentialDelays();

    /**
     * @param pending instants in the heap
     * @param withTimers true when a timer that an event touches is one more replacement. What it touches is drawn as the
     *         kernel's events draw it, so that both pay for their dice
     */
    BareHeap(int pending, boolean withTimers) {
        this.withTimers = withTimers;
        heap = new long[pending];
        Arrays.setAll(heap, index -> delays.next());
        Arrays.sort(heap);
    }

    void hold(int events) {
        for (int event = 0; event < events; event++) {
            replaceTop(heap[0] + delays.next());
            if (withTimers && TimerTouch.of(delays.bits() >>> Integer.SIZE) != TimerTouch.NONE) {
                replaceTop(heap[0] + delays.next());
            }
        }
    }

    private void replaceTop(long time) {
        long[] entries = heap;
        int size = entries.length;
        int index = 0;
        while (true) {
            int child = 4 * index + 1;
            if (child >= size) {
                break;
            }
            int smallest = child;
            long smallestTime = entries[child];
            int last = Math.min(child + 3, size - 1);
            for (int other = child + 1; other <= last; other++) {
                if (entries[other] < smallestTime) {
                    smallest = other;
                    smallestTime = entries[other];
                }
            }
            if (time <= smallestTime) {
                break;
            }
            entries[index] = smallestTime;
            index = smallest;
        }
        entries[index] = time;
    }
}
