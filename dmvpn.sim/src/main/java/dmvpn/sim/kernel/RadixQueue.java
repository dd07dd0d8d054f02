package dmvpn.sim.kernel;

import java.util.Arrays;

/**
 * Future events by instant: a radix heap (Ahuja, Mehlhorn, Orlin and Tarjan, "Faster Algorithms for the Shortest Path
 * Problem", Journal of the ACM 37(2), 1990), which lives on the fact that a simulation never goes back. An entry lies in
 * the bucket of the highest digit of eight bits in which its instant differs from a base that no entry precedes, so the
 * first bucket in use holds the earliest entries. A long bucket is spread over those of lower digits, with the earliest
 * instant as the new base; a short one is sorted into a run, from which entries are then taken one by one.
 *
 * <p>Entries of one instant always share a bucket or the run and never overtake each other there: first in, first out
 * needs no comparison of keys. Adding is O(1) and an entry moves at most once per digit, in practice less often than the
 * logarithm of the number of entries, through memory in sequence.
 */
final class RadixQueue {

    private static final int DIGIT_BITS = 8;
    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final int LEVELS = (Long.SIZE + DIGIT_BITS - 1) / DIGIT_BITS;
    private static final int INITIAL_LONGS = 16;
    private static final long[] NO_ENTRIES = {};

    /** Bits of a bucket's number that count buckets of one word of {@link #usedBuckets}. */
    private static final int WORD_BITS = 6;
    private static final int WORDS = DIGITS >> WORD_BITS;

    /**
     * Longs of the longest bucket that is sorted instead of spread: as many entries as are sorted in less time than another
     * move of each takes.
     */
    private static final int SORTED_LONGS = 96;

    /** Buckets that grew beyond this many longs give their memory back when they are empty. */
    private static final int KEPT_LONGS = 4096;

    /** Instant and key by turns, per bucket. */
    private final long[][] buckets = new long[LEVELS * DIGITS][];
    private final int[] lengths = new int[LEVELS * DIGITS];

    /** A bit per bucket in use; per level, a bit per word of those that is not 0; and a bit per level in use. */
    private final long[] usedBuckets = new long[LEVELS * WORDS];
    private final int[] usedWords = new int[LEVELS];
    private int usedLevels;

    private final SortedRun run = new SortedRun();
    private long base;
    private int size;

    RadixQueue() {
        Arrays.fill(buckets, NO_ENTRIES);
    }

    int size() {
        return size;
    }

    /** Adds an entry; its instant must not be before that of an entry taken earlier. */
    void add(long time, long key) {
        size++;
        if (!run.covers(time)) {
            put(time, key);
        } else if (!run.insert(time, key)) {
            dissolveRun();
            put(time, key);
        }
    }

    private void put(long time, long key) {
        // The last bit stands for "no difference": an entry at the base itself is as near as one that differs there.
        int level = (63 - Long.numberOfLeadingZeros(time ^ base | 1)) / DIGIT_BITS;
        int digit = (int) (time >>> level * DIGIT_BITS) & DIGITS - 1;
        int bucket = level << DIGIT_BITS | digit;
        int length = lengths[bucket];
        long[] entries = buckets[bucket];
        if (length == entries.length) {
            entries = Arrays.copyOf(entries, Math.max(INITIAL_LONGS, 2 * length));
            buckets[bucket] = entries;
        }
        // Marked each time: whether it is marked already is a branch that a processor cannot foresee.
        usedLevels |= 1 << level;
        usedWords[level] |= 1 << (digit >> WORD_BITS);
        usedBuckets[bucket >> WORD_BITS] |= 1L << bucket;
        entries[length] = time;
        entries[length + 1] = key;
        lengths[bucket] = length + 2;
    }

    /** So many entries came between those of the run that they are better spread than kept in order one by one. */
    private void dissolveRun() {
        while (!run.isEmpty()) {
            put(run.firstTime(), run.firstKey());
            run.removeFirst();
        }
    }

    /** The earliest instant. Only while {@link #size} is not 0. */
    long earliest() {
        if (!run.isEmpty()) {
            return run.firstTime();
        }
        int bucket = firstBucket();
        long[] entries = buckets[bucket];
        int length = lengths[bucket];
        if (length <= SORTED_LONGS) {
            int timeBits = (bucket >> DIGIT_BITS) * DIGIT_BITS;
            run.fill(entries, length, entries[0] | (1L << timeBits) - 1, timeBits);
            lengths[bucket] = 0;
            markEmpty(bucket);
            return run.firstTime();
        }
        long earliest = entries[0];
        for (int index = 2; index < length; index += 2) {
            // Without a branch: which entry is the earliest is nothing that a processor could foresee.
            earliest = Math.min(earliest, entries[index]);
        }
        return earliest;
    }

    /** True when, after {@link #earliest}, that instant is known to have one entry, which is better taken alone. */
    boolean isEarliestAlone() {
        return !run.isEmpty() && run.isFirstAlone();
    }

    /** Takes the entry that {@link #isEarliestAlone} spoke of; answers its key. */
    long takeEarliest() {
        size--;
        return run.removeFirst();
    }

    /**
     * Takes all entries of the earliest instant, in order. From now on nothing may be added that is earlier.
     *
     * @param time the answer of {@link #earliest}
     */
    void takeAll(long time, KeySink sink) {
        if (run.isEmpty()) {
            spread(time, sink);
            return;
        }
        while (!run.isEmpty() && run.firstTime() == time) {
            sink.accept(takeEarliest());
        }
    }

    private void spread(long earliest, KeySink sink) {
        int bucket = firstBucket();
        long[] entries = buckets[bucket];
        int length = lengths[bucket];
        base = earliest;
        lengths[bucket] = 0;
        markEmpty(bucket);
        for (int index = 0; index < length; index += 2) {
            long time = entries[index];
            long key = entries[index + 1];
            if (time == earliest) {
                size--;
                sink.accept(key);
            } else {
                put(time, key);
            }
        }
        giveBack(bucket);
    }

    /** Drops what the filter does not keep from the run or the bucket of the earliest entries. */
    void retainEarliest(KeyFilter filter) {
        if (run.isEmpty()) {
            retain(firstBucket(), filter);
        } else {
            retainRun(filter);
        }
    }

    /** Drops what the filter does not keep. */
    void retain(KeyFilter filter) {
        retainRun(filter);
        for (int bucket = 0; bucket < buckets.length; bucket++) {
            if (lengths[bucket] > 0) {
                retain(bucket, filter);
            }
        }
    }

    private void retainRun(KeyFilter filter) {
        size -= run.size();
        run.retain(filter);
        size += run.size();
    }

    private void retain(int bucket, KeyFilter filter) {
        long[] entries = buckets[bucket];
        int length = lengths[bucket];
        int kept = 0;
        for (int index = 0; index < length; index += 2) {
            if (filter.keeps(entries[index + 1])) {
                entries[kept] = entries[index];
                entries[kept + 1] = entries[index + 1];
                kept += 2;
            }
        }
        size -= length - kept >> 1;
        lengths[bucket] = kept;
        if (kept == 0) {
            markEmpty(bucket);
            giveBack(bucket);
        }
    }

    /** All entries, void ones included, those of one instant in the order of their adding. */
    void forEach(SortedRun.EntryAction action) {
        run.forEach(action);
        for (int bucket = 0; bucket < buckets.length; bucket++) {
            for (int index = 0; index < lengths[bucket]; index += 2) {
                action.accept(buckets[bucket][index], buckets[bucket][index + 1]);
            }
        }
    }

    /** Forgets all entries; from now on nothing may be added that is earlier than an instant. */
    void restart(long time) {
        Arrays.fill(lengths, 0);
        Arrays.fill(usedBuckets, 0);
        Arrays.fill(usedWords, 0);
        usedLevels = 0;
        run.clear();
        base = time;
        size = 0;
    }

    private int firstBucket() {
        int level = Integer.numberOfTrailingZeros(usedLevels);
        int word = level * WORDS + Integer.numberOfTrailingZeros(usedWords[level]);
        return word << WORD_BITS | Long.numberOfTrailingZeros(usedBuckets[word]);
    }

    private void markEmpty(int bucket) {
        int word = bucket >> WORD_BITS;
        usedBuckets[word] &= ~(1L << bucket);
        if (usedBuckets[word] == 0) {
            int level = bucket >> DIGIT_BITS;
            usedWords[level] &= ~(1 << (word & WORDS - 1));
            if (usedWords[level] == 0) {
                usedLevels &= ~(1 << level);
            }
        }
    }

    private void giveBack(int bucket) {
        if (lengths[bucket] == 0 && buckets[bucket].length > KEPT_LONGS) {
            buckets[bucket] = NO_ENTRIES;
        }
    }

    /** Receives keys. */
    @FunctionalInterface
    interface KeySink {
        void accept(long key);
    }
}
