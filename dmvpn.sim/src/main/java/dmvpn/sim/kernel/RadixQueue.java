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

    /** Number of bits by their digit: a shift, where a division by a number that might be negative would take more. */
    private static final int BITS_TO_DIGITS = 3;
    private static final int LEVELS = Long.SIZE / DIGIT_BITS;

    /** Bits of a bucket's number that count buckets of one word of {@link #usedBuckets}. */
    private static final int WORD_BITS = 6;
    private static final int WORDS = DIGITS >> WORD_BITS;

    /** The entries by bucket. One that lies in one chunk is sorted in less time than spreading it takes. */
    private final EntryLists buckets = new EntryLists(LEVELS * DIGITS);

    /** A bit per bucket in use; per level, a bit per word of those that is not 0; and a bit per level in use. */
    private final long[] usedBuckets = new long[LEVELS * WORDS];
    private final int[] usedWords = new int[LEVELS];
    private int usedLevels;

    private final SortedRun run = new SortedRun();
    private long base;
    private int size;

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
        int level = 63 - Long.numberOfLeadingZeros(time ^ base | 1) >>> BITS_TO_DIGITS;
        int digit = (int) (time >>> level * DIGIT_BITS) & DIGITS - 1;
        int bucket = level << DIGIT_BITS | digit;
        if (buckets.add(bucket, time, key)) {
            usedLevels |= 1 << level;
            usedWords[level] |= 1 << (digit >> WORD_BITS);
            usedBuckets[bucket >> WORD_BITS] |= 1L << bucket;
        }
    }

    /**
     * So many entries came between those of the run that they are better spread than kept in order one by one; or one came before
     * them all, after somebody looked ahead.
     */
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
        if (buckets.isOneChunk(bucket)) {
            sort(bucket);
            return run.firstTime();
        }
        long earliest = Long.MAX_VALUE;
        int end = buckets.end(bucket);
        for (int place = buckets.first(bucket); place != EntryLists.NONE; place = buckets.after(place, end)) {
            // Without a branch: which entry is the earliest is nothing that a processor could foresee.
            earliest = Math.min(earliest, buckets.time(place));
        }
        return earliest;
    }

    private void sort(int bucket) {
        int timeBits = (bucket >> DIGIT_BITS) * DIGIT_BITS;
        run.fill(buckets.entries(), buckets.first(bucket), buckets.end(bucket), timeBits);
        buckets.clear(bucket);
        markEmpty(bucket);
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
        base = earliest;
        int end = buckets.end(bucket);
        for (int place = buckets.first(bucket); place != EntryLists.NONE; place = buckets.after(place, end)) {
            long time = buckets.time(place);
            long key = buckets.key(place);
            if (time == earliest) {
                size--;
                sink.accept(key);
            } else {
                put(time, key);
            }
        }
        buckets.clear(bucket);
        markEmpty(bucket);
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
        for (int bucket = 0; bucket < LEVELS * DIGITS; bucket++) {
            if (!buckets.isEmpty(bucket)) {
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
        size -= buckets.retain(bucket, filter);
        if (buckets.isEmpty(bucket)) {
            markEmpty(bucket);
        }
    }

    /** All entries, void ones included, those of one instant in the order of their adding. */
    void forEach(SortedRun.EntryAction action) {
        run.forEach(action);
        for (int bucket = 0; bucket < LEVELS * DIGITS; bucket++) {
            int end = buckets.end(bucket);
            for (int place = buckets.first(bucket); place != EntryLists.NONE; place = buckets.after(place, end)) {
                action.accept(buckets.time(place), buckets.key(place));
            }
        }
    }

    /** Forgets all entries; from now on nothing may be added that is earlier than an instant. */
    void restart(long time) {
        buckets.clear();
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

    /** Receives keys. */
    @FunctionalInterface
    interface KeySink {
        void accept(long key);
    }
}
