package dmvpn.sim.kernel;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** Keys of events of one instant in the order of their scheduling: a ring that grows. */
final class KeyList {

    private static final int INITIAL_ENTRIES = 32;

    private long[] keys = new long[INITIAL_ENTRIES];
    private int head;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    long first() {
        return keys[head];
    }

    long removeFirst() {
        long key = keys[head];
        head = head + 1 & keys.length - 1;
        size--;
        return key;
    }

    void add(long key) {
        if (size == keys.length) {
            grow();
        }
        keys[head + size & keys.length - 1] = key;
        size++;
    }

    void clear() {
        head = 0;
        size = 0;
    }

    void forEach(LongConsumer action) {
        for (int index = 0; index < size; index++) {
            action.accept(keys[head + index & keys.length - 1]);
        }
    }

    void retain(KeyFilter filter) {
        int kept = 0;
        for (int index = 0; index < size; index++) {
            long key = keys[head + index & keys.length - 1];
            if (filter.keeps(key)) {
                keys[head + kept++ & keys.length - 1] = key;
            }
        }
        size = kept;
    }

    private void grow() {
        long[] larger = Arrays.copyOf(keys, 2 * keys.length);
        int wrapped = head;
        System.arraycopy(keys, 0, larger, keys.length, wrapped);
        keys = larger;
    }
}
