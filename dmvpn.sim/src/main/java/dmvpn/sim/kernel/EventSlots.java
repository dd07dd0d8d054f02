package dmvpn.sim.kernel;

import dmvpn.sim.snapshot.Stateful.StateInput;
import dmvpn.sim.snapshot.Stateful.StateOutput;
import java.util.Arrays;

/**
 * What the kernel keeps of each pending event, in flat arrays: an event is an index. Freed indices are used again, last
 * freed first, so the arrays are as long as the largest number of events that were ever pending at once.
 */
final class EventSlots {

    /** Bits of a key that hold the slot: 16 million events may be pending at once. */
    static final int SLOT_BITS = 24;

    /** Bits of a key below the order: the sequence of scheduling and the slot, which are the event's handle. */
    static final int HANDLE_BITS = 61;
    static final long MAXIMUM_HANDLE = (1L << HANDLE_BITS) - 1;

    private static final int MAXIMUM_SLOTS = 1 << SLOT_BITS;
    private static final int INITIAL_SLOTS = 64;

    /** Longs of a slot in {@link #words}: key in the queue, 0 for none; kind with cause. None lies across two lines of a cache. */
    private static final int STRIDE = 2;
    private static final int KEY = 0;
    private static final int KIND_AND_CAUSE = 1;

    private static final int NO_SLOT = -1;

    private long[] words = new long[STRIDE * INITIAL_SLOTS];
    private Object[] references = new Object[2 * INITIAL_SLOTS];
    private int firstFree = NO_SLOT;
    private int used;

    static int slotOf(long key) {
        return (int) key & MAXIMUM_SLOTS - 1;
    }

    /** A slot that nobody uses. */
    int take() {
        if (firstFree != NO_SLOT) {
            int slot = firstFree;
            firstFree = (int) words[STRIDE * slot + KIND_AND_CAUSE];
            return slot;
        }
        if (2 * used == references.length) {
            grow();
        }
        return used++;
    }

    private void grow() {
        if (used >= MAXIMUM_SLOTS) {
            throw new IllegalStateException("More than " + MAXIMUM_SLOTS + " events are pending at once");
        }
        words = Arrays.copyOf(words, 2 * words.length);
        references = Arrays.copyOf(references, 2 * references.length);
    }

    void fill(int slot, long key, int kind, int cause, EventHandler handler, Object payload) {
        long[] array = words;
        int base = STRIDE * slot;
        array[base + KEY] = key;
        array[base + KIND_AND_CAUSE] = (long) kind << 32 | cause & 0xffff_ffffL;
        // Storing a reference costs a note to the garbage collector, and most often it is the one that was there before.
        Object[] objects = references;
        if (objects[2 * slot] != handler) {
            objects[2 * slot] = handler;
        }
        if (objects[2 * slot + 1] != payload) {
            objects[2 * slot + 1] = payload;
        }
    }

    /** Gives a slot back: handles and keys that name it are void from now on. The next user may have the same handler. */
    void free(int slot) {
        int base = STRIDE * slot;
        words[base + KEY] = 0;
        words[base + KIND_AND_CAUSE] = firstFree;
        if (references[2 * slot + 1] != null) {
            references[2 * slot + 1] = null;
        }
        firstFree = slot;
    }

    /** Slot of a pending event's handle, which is its key without the order, or a negative number. */
    int find(long handle) {
        int slot = slotOf(handle);
        return handle != 0 && slot < used && (words[STRIDE * slot + KEY] & MAXIMUM_HANDLE) == handle ? slot : NO_SLOT;
    }

    /** True when a queue's key still stands for the event: it was neither cancelled nor moved since. */
    boolean isValid(long key) {
        return words[STRIDE * slotOf(key) + KEY] == key;
    }

    long key(int slot) {
        return words[STRIDE * slot + KEY];
    }

    /** The event moved: it has another key from now on, and another cause. */
    void move(int slot, long key, int cause) {
        int base = STRIDE * slot;
        words[base + KEY] = key;
        words[base + KIND_AND_CAUSE] = (long) kind(slot) << 32 | cause & 0xffff_ffffL;
    }

    int kind(int slot) {
        return (int) (words[STRIDE * slot + KIND_AND_CAUSE] >> 32);
    }

    int cause(int slot) {
        return (int) words[STRIDE * slot + KIND_AND_CAUSE];
    }

    EventHandler handler(int slot) {
        return (EventHandler) references[2 * slot];
    }

    Object payload(int slot) {
        return references[2 * slot + 1];
    }

    /** Number of slots that were ever used. */
    int used() {
        return used;
    }

    void writeState(int slot, StateOutput out) {
        long key = words[STRIDE * slot + KEY];
        boolean pending = key != 0;
        out.number(key);
        out.number(pending ? kind(slot) : 0);
        out.number(pending ? cause(slot) : 0);
        out.reference(pending ? handler(slot) : null);
        out.reference(pending ? payload(slot) : null);
    }

    /** Forgets all events. */
    void clear() {
        Arrays.fill(words, 0, STRIDE * used, 0);
        Arrays.fill(references, 0, 2 * used, null);
        used = 0;
        firstFree = NO_SLOT;
    }

    /** Reads the next slot; answers the key of its event, 0 when it has none. {@link #linkFree} must follow the last one. */
    long readState(StateInput in) {
        if (2 * used == references.length) {
            grow();
        }
        int slot = used++;
        long key = in.number();
        fill(slot, key, (int) in.number(), (int) in.number(), (EventHandler) in.reference(), in.reference());
        return key;
    }

    /** Makes those slots free that have no event. */
    void linkFree() {
        for (int slot = used - 1; slot >= 0; slot--) {
            if (words[STRIDE * slot + KEY] == 0) {
                free(slot);
            }
        }
    }
}
