package dmvpn.sim.kernel;

import java.util.Arrays;

/**
 * Lists of entries, each an instant and a key, that share one array: a list is a chain of chunks of it, and a chunk that a list
 * gives back is the next one that a list takes. Adding reads one number of the list and writes where the entry goes; with an
 * array per list it would wait for the length and the header of an array that no cache has.
 */
final class EntryLists {

    /** No place of an entry. The first chunk is never used, so that no entry has this place. */
    static final int NONE = 0;

    /** Entries of a chunk. */
    static final int CHUNK_ENTRIES = 32;

    private static final int CHUNK_BITS = 6;
    private static final int CHUNK_LONGS = 1 << CHUNK_BITS;
    private static final int INITIAL_CHUNKS = 16;

    /** Place of the first entry, per list; only while the list has one. */
    private final int[] firsts;

    /** Place behind the last entry, per list: at a multiple of the chunk's length, its chunk is full. {@link #NONE} without entries. */
    private final int[] ends;

    /** Instant and key by turns. */
    private long[] entries = new long[INITIAL_CHUNKS << CHUNK_BITS];

    /** The chunk behind a chunk, in a list or among the free ones. */
    private int[] nextChunks = new int[INITIAL_CHUNKS];
    private int firstFreeChunk;
    private int usedChunks = 1;

    /** @param lists number of lists, all without entries */
    EntryLists(int lists) {
        firsts = new int[lists];
        ends = new int[lists];
    }

    /**
     * Adds an entry at the end of a list.
     *
     * @return true when a chunk began, as it does with the first entry of each list
     */
    boolean add(int list, long time, long key) {
        int place = ends[list];
        boolean begins = (place & CHUNK_LONGS - 1) == 0;
        if (begins) {
            place = beginChunk(list, place);
        }
        long[] all = entries;
        all[place] = time;
        all[place + 1] = key;
        ends[list] = place + 2;
        return begins;
    }

    private int beginChunk(int list, int end) {
        int place = takeChunk() << CHUNK_BITS;
        if (end == NONE) {
            firsts[list] = place;
        } else {
            nextChunks[chunkBefore(end)] = place >> CHUNK_BITS;
        }
        return place;
    }

    private int takeChunk() {
        if (firstFreeChunk != 0) {
            int chunk = firstFreeChunk;
            firstFreeChunk = nextChunks[chunk];
            return chunk;
        }
        if (usedChunks == nextChunks.length) {
            nextChunks = Arrays.copyOf(nextChunks, 2 * usedChunks);
            entries = Arrays.copyOf(entries, 2 * usedChunks << CHUNK_BITS);
        }
        return usedChunks++;
    }

    /** The chunk of the entry before a place. */
    private static int chunkBefore(int place) {
        return place - 1 >> CHUNK_BITS;
    }

    boolean isEmpty(int list) {
        return ends[list] == NONE;
    }

    /** True when all entries of a list, which must have some, lie side by side in one chunk. */
    boolean isOneChunk(int list) {
        return firsts[list] >> CHUNK_BITS == chunkBefore(ends[list]);
    }

    /** Place of the first entry, or {@link #NONE}. */
    int first(int list) {
        return ends[list] == NONE ? NONE : firsts[list];
    }

    /** Place behind the last entry. */
    int end(int list) {
        return ends[list];
    }

    /** Place of the entry behind one of a list with that end, or {@link #NONE}. */
    int after(int place, int end) {
        int following = place + 2;
        if (following == end) {
            return NONE;
        }
        return (following & CHUNK_LONGS - 1) == 0 ? nextChunks[chunkBefore(following)] << CHUNK_BITS : following;
    }

    long time(int place) {
        return entries[place];
    }

    long key(int place) {
        return entries[place + 1];
    }

    /** Instant and key by turns, of all lists. Adding an entry may make another array of them. */
    long[] entries() {
        return entries;
    }

    /** Takes all entries from a list that has some. */
    void clear(int list) {
        int end = ends[list];
        ends[list] = NONE;
        free(firsts[list], end);
    }

    private void free(int first, int end) {
        nextChunks[chunkBefore(end)] = firstFreeChunk;
        firstFreeChunk = first >> CHUNK_BITS;
    }

    /**
     * Drops what a filter does not keep from a list that has entries; the others stay in order.
     *
     * @return how many were dropped
     */
    int retain(int list, KeyFilter filter) {
        int first = firsts[list];
        int end = ends[list];
        ends[list] = NONE;
        int dropped = 0;
        for (int place = first; place != NONE; place = after(place, end)) {
            if (filter.keeps(key(place))) {
                add(list, time(place), key(place));
            } else {
                dropped++;
            }
        }
        free(first, end);
        return dropped;
    }

    /** Takes all entries from all lists. */
    void clear() {
        Arrays.fill(ends, NONE);
        firstFreeChunk = 0;
        usedChunks = 1;
    }
}
