package dmvpn.sim.kernel;

import java.util.Arrays;

/**
 * The earliest entries of a {@link RadixQueue}, sorted by instant; entries of one instant stay in the order of their
 * adding. Taking one is reading the next.
 */
final class SortedRun {

    /** More is not kept in order one by one: an insertion moves half of the entries. */
    private static final int LONGS = 128;

    /** Fewer longs are sorted by insertion at once. */
    private static final int FEW_LONGS = 16;

    /** A bucket's time in so many parts that each has about one entry: what is dealt out to them is nearly sorted. */
    private static final int PART_BITS = 5;
    private static final int PARTS = 1 << PART_BITS;

    /** Where the next entry of a part goes. */
    private final int[] places = new int[PARTS];

    /** Instant and key by turns, from {@link #head} to {@link #tail}. */
    private final long[] entries = new long[LONGS];
    private int head;
    private int tail;

    /** Last instant that belongs here, or a negative number while there are no entries. */
    private long last = -1;

    boolean isEmpty() {
        return head == tail;
    }

    /** True when an entry of that instant has to be added here, as later ones lie here already. */
    boolean covers(long time) {
        return time <= last;
    }

    long firstTime() {
        return entries[head];
    }

    long firstKey() {
        return entries[head + 1];
    }

    /** True when no other entry has the instant of the first. */
    boolean isFirstAlone() {
        int next = head + 2;
        return next == tail || entries[next] != entries[head];
    }

    long removeFirst() {
        long key = entries[head + 1];
        head += 2;
        if (head == tail) {
            clear();
        }
        return key;
    }

    void clear() {
        head = 0;
        tail = 0;
        last = -1;
    }

    /**
     * Sorts entries into the run, which must be empty; those of one instant stay in order.
     *
     * @param unsorted instant and key by turns
     * @param length how many longs of them, at least 2
     * @param lastTime last instant that belongs here
     * @param timeBits bits in which the instants may differ, the low ones
     */
    void fill(long[] unsorted, int length, long lastTime, int timeBits) {
        if (length > FEW_LONGS) {
            dealOut(unsorted, length, Math.max(0, timeBits - PART_BITS));
            sort(entries, length);
        } else {
            sort(unsorted, length);
        }
        head = 0;
        tail = length;
        last = lastTime;
    }

    /** Counts the entries of each part, and puts each where those of its part belong: no branch depends on an instant. */
    private void dealOut(long[] unsorted, int length, int shift) {
        int[] next = places;
        Arrays.fill(next, 0);
        for (int index = 0; index < length; index += 2) {
            next[(int) (unsorted[index] >>> shift) & PARTS - 1] += 2;
        }
        int place = 0;
        for (int part = 0; part < PARTS; part++) {
            int size = next[part];
            next[part] = place;
            place += size;
        }
        long[] dealt = entries;
        for (int index = 0; index < length; index += 2) {
            long time = unsorted[index];
            int part = (int) (time >>> shift) & PARTS - 1;
            int to = next[part];
            next[part] = to + 2;
            dealt[to] = time;
            dealt[to + 1] = unsorted[index + 1];
        }
    }

    /** Sorts by insertion, into {@link #entries}, which may be where the entries are. */
    private void sort(long[] unsorted, int length) {
        long[] sorted = entries;
        sorted[0] = unsorted[0];
        sorted[1] = unsorted[1];
        for (int index = 2; index < length; index += 2) {
            long time = unsorted[index];
            long key = unsorted[index + 1];
            int place = index;
            while (place > 0 && sorted[place - 2] > time) {
                sorted[place] = sorted[place - 2];
                sorted[place + 1] = sorted[place - 1];
                place -= 2;
            }
            sorted[place] = time;
            sorted[place + 1] = key;
        }
    }

    /**
     * Adds an entry behind all that are not later.
     *
     * @return false when the run is full
     */
    boolean insert(long time, long key) {
        if (tail == LONGS) {
            if (head == 0) {
                return false;
            }
            System.arraycopy(entries, head, entries, 0, tail - head);
            tail -= head;
            head = 0;
        }
        int index = tail;
        while (index > head && entries[index - 2] > time) {
            entries[index] = entries[index - 2];
            entries[index + 1] = entries[index - 1];
            index -= 2;
        }
        entries[index] = time;
        entries[index + 1] = key;
        tail += 2;
        return true;
    }

    /** Number of entries. */
    int size() {
        return tail - head >> 1;
    }

    void forEach(EntryAction action) {
        for (int index = head; index < tail; index += 2) {
            action.accept(entries[index], entries[index + 1]);
        }
    }

    /** Looks at entries. */
    @FunctionalInterface
    interface EntryAction {
        void accept(long time, long key);
    }

    /** Drops what the filter does not keep. */
    void retain(KeyFilter filter) {
        int kept = head;
        for (int index = head; index < tail; index += 2) {
            if (filter.keeps(entries[index + 1])) {
                entries[kept] = entries[index];
                entries[kept + 1] = entries[index + 1];
                kept += 2;
            }
        }
        tail = kept;
        if (head == tail) {
            clear();
        }
    }
}
