package dmvpn.sim.kernel;

import java.util.Arrays;

/**
 * The earliest entries of a {@link RadixQueue}, sorted by instant; entries of one instant stay in the order of their
 * adding. Taking one is reading the next.
 */
final class SortedRun {

    private static final int NUMBER_BITS = 6;

    /** More is not kept in order one by one: an insertion moves half of the entries. */
    private static final int ENTRIES = 1 << NUMBER_BITS;

    /**
     * The entries in order, from {@link #head} to {@link #tail}: nanoseconds after {@link #origin}, and below them in the low bits
     * the number of the entry, in the order of adding, so that no two are equal and one comparison tells the order.
     */
    private final long[] sorted = new long[ENTRIES];
    private int head;
    private int tail;

    /** Keys by number of the entry. */
    private final long[] keys = new long[ENTRIES];
    private int numbered;
    private long origin;

    /** Where {@link #fill} sorts from, and how many of its entries are earlier than each. */
    private final long[] unsorted = new long[EntryLists.CHUNK_ENTRIES];
    private final int[] earlier = new int[EntryLists.CHUNK_ENTRIES];

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
        return time(head);
    }

    long firstKey() {
        return key(head);
    }

    private long time(int index) {
        return origin + (sorted[index] >>> NUMBER_BITS);
    }

    private long key(int index) {
        return keys[(int) sorted[index] & ENTRIES - 1];
    }

    /** True when no other entry has the instant of the first. */
    boolean isFirstAlone() {
        int next = head + 1;
        return next == tail || (sorted[next] ^ sorted[head]) >>> NUMBER_BITS != 0;
    }

    long removeFirst() {
        long key = firstKey();
        head++;
        if (head == tail) {
            clear();
        }
        return key;
    }

    void clear() {
        head = 0;
        tail = 0;
        numbered = 0;
        last = -1;
    }

    /**
     * Sorts entries into the run, which must be empty; those of one instant stay in order. What is compared are all pairs, and the
     * later of a pair moves back by one: no branch depends on an instant, and what a processor cannot foresee costs more than the
     * subtractions.
     *
     * @param entries instant and key by turns
     * @param from place of the first
     * @param to place behind the last, at most {@link EntryLists#CHUNK_ENTRIES} entries further
     * @param timeBits bits in which the instants may differ, the low ones; at most 56
     */
    void fill(long[] entries, int from, int to, int timeBits) {
        long first = entries[from] & -1L << timeBits;
        long[] packed = unsorted;
        int[] places = earlier;
        long[] keysByNumber = keys;
        int count = to - from >> 1;
        for (int number = 0; number < count; number++) {
            packed[number] = entries[from + 2 * number] - first << NUMBER_BITS | number;
            keysByNumber[number] = entries[from + 2 * number + 1];
            places[number] = 0;
        }
        long[] inOrder = sorted;
        for (int number = 0; number < count; number++) {
            long entry = packed[number];
            int place = places[number];
            for (int other = number + 1; other < count; other++) {
                int isEarlier = (int) (packed[other] - entry >>> Long.SIZE - 1);
                place += isEarlier;
                places[other] += 1 - isEarlier;
            }
            inOrder[place] = entry;
        }
        head = 0;
        tail = count;
        numbered = count;
        origin = first;
        last = first | (1L << timeBits) - 1;
    }

    /**
     * Adds an entry behind all that are not later.
     *
     * @return false when the run is full, or the instant is before those that {@link #fill} counts from
     */
    boolean insert(long time, long key) {
        if (time < origin) {
            return false;
        }
        if (numbered == ENTRIES) {
            if (size() == ENTRIES) {
                return false;
            }
            numberAnew();
        }
        keys[numbered] = key;
        long entry = time - origin << NUMBER_BITS | numbered;
        numbered++;
        int index = tail;
        while (index > head && sorted[index - 1] > entry) {
            sorted[index] = sorted[index - 1];
            index--;
        }
        sorted[index] = entry;
        tail++;
        return true;
    }

    /** The entries that are left get the first numbers, in their order. */
    private void numberAnew() {
        long[] oldKeys = Arrays.copyOf(keys, ENTRIES);
        int size = size();
        for (int number = 0; number < size; number++) {
            long entry = sorted[head + number];
            keys[number] = oldKeys[(int) entry & ENTRIES - 1];
            sorted[number] = entry & -1L << NUMBER_BITS | number;
        }
        head = 0;
        tail = size;
        numbered = size;
    }

    /** Number of entries. */
    int size() {
        return tail - head;
    }

    void forEach(EntryAction action) {
        for (int index = head; index < tail; index++) {
            action.accept(time(index), key(index));
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
        for (int index = head; index < tail; index++) {
            if (filter.keeps(key(index))) {
                sorted[kept] = sorted[index];
                kept++;
            }
        }
        tail = kept;
        if (head == tail) {
            clear();
        }
    }
}
