package dmvpn.sim.trace;

import java.util.Arrays;

/** Which events each node has: made when somebody asks, from where the last question ended, so recording pays nothing. */
final class NodeIndex {

    private final TraceCursor cursor;
    private final int[][] events;
    private final int[] counts;

    NodeIndex(int nodes, TraceCursor cursor) {
        this.cursor = cursor;
        this.events = new int[nodes][0];
        this.counts = new int[nodes];
    }

    /** @param size how many events of the trace count: fewer than before when the run was put back */
    synchronized int[] eventsOf(int node, int size) {
        while (cursor.next()) {
            add(cursor.node(), cursor.index());
        }
        int place = Arrays.binarySearch(events[node], 0, counts[node], size);
        return Arrays.copyOf(events[node], place < 0 ? -place - 1 : place);
    }

    private void add(int node, int event) {
        if (counts[node] == events[node].length) {
            events[node] = Arrays.copyOf(events[node], Math.max(8, 2 * counts[node]));
        }
        events[node][counts[node]++] = event;
    }
}
