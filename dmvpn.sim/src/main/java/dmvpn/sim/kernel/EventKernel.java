package dmvpn.sim.kernel;

import dmvpn.sim.snapshot.Stateful;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The discrete-event kernel: a nanosecond clock and the future events in total order (instant, {@link Order}, sequence
 * of scheduling). Single-threaded; runs side by side need a kernel each.
 *
 * <p>An event is an index into flat arrays. Events of the current instant wait in one list per order, so that zero-delay
 * hand-over between layers takes a short cut; all others wait in a {@link RadixQueue}. Both keep the order of scheduling.
 *
 * <p>Cancelling or moving an event frees or re-keys its slot and leaves the old entry behind, void. Void entries are
 * swept when they outnumber the pending events: each operation costs O(1) amortised besides the queue's own moves, and
 * memory is bounded by the largest number of events pending at once.
 */
public final class EventKernel implements Scheduler, Stateful {

    private static final int ORDER_SHIFT = EventSlots.HANDLE_BITS;
    private static final long MAXIMUM_SEQUENCE = 1L << ORDER_SHIFT - EventSlots.SLOT_BITS;
    private static final int TOLERATED_VOID_ENTRIES = 64;

    private final RadixQueue future = new RadixQueue();
    private final KeyList[] present = new KeyList[Order.values().length];
    private final EventSlots slots = new EventSlots();
    private final Causality causality = new Causality();
    private final KeyFilter valid = slots::isValid;
    private final RadixQueue.KeySink toPresent = this::addToPresent;
    private long now;

    /** Instant of the present lists: now, unless all their entries are void. */
    private long presentTime;
    private long sequence;
    private int presentSize;
    private int pending;

    /** A kernel at instant 0 without events. */
    public EventKernel() {
        Arrays.setAll(present, order -> new KeyList());
    }

    /** What the running call follows from; shared with the recorder. */
    public Causality causality() {
        return causality;
    }

    @Override
    public long nowNanos() {
        return now;
    }

    /** Number of events that are still to come. */
    public int pendingCount() {
        return pending;
    }

    @Override
    public long schedule(long timeNanos, Order order, EventHandler handler, int kind, Object payload) {
        if (timeNanos < now) {
            throw inThePast(timeNanos);
        }
        int slot = slots.take();
        long handle = nextSequence() << EventSlots.SLOT_BITS | slot;
        long key = (long) order.ordinal() << ORDER_SHIFT | handle;
        slots.fill(slot, key, kind, causality.tag(), handler, payload);
        enqueue(timeNanos, key);
        pending++;
        return handle;
    }

    @Override
    public boolean cancel(long handle) {
        int slot = slots.find(handle);
        if (slot < 0) {
            return false;
        }
        slots.free(slot);
        pending--;
        sweep();
        return true;
    }

    @Override
    public long reschedule(long handle, long timeNanos) {
        if (timeNanos < now) {
            throw inThePast(timeNanos);
        }
        int slot = slots.find(handle);
        if (slot < 0) {
            return NO_TIMER;
        }
        long order = slots.key(slot) >>> ORDER_SHIFT;
        long moved = nextSequence() << EventSlots.SLOT_BITS | slot;
        long key = order << ORDER_SHIFT | moved;
        slots.move(slot, key, causality.tag());
        enqueue(timeNanos, key);
        sweep();
        return moved;
    }

    @Override
    public boolean isPending(long handle) {
        return slots.find(handle) >= 0;
    }

    /** Instant of the next event in nanoseconds, or {@link Long#MAX_VALUE} when none is pending. */
    public long nextTimeNanos() {
        for (KeyList list : present) {
            while (!list.isEmpty() && !slots.isValid(list.first())) {
                list.removeFirst();
                presentSize--;
            }
        }
        if (presentSize > 0) {
            return now;
        }
        while (future.size() > 0) {
            long time = future.earliest();
            // While nothing is void, nothing needs to be looked at.
            if (queuedEntries() == pending || !dropVoidEarliest()) {
                return time;
            }
        }
        return Long.MAX_VALUE;
    }

    /**
     * Runs the next event, moving the clock to its instant.
     *
     * @return false when none is pending
     */
    public boolean step() {
        return stepUntil(Long.MAX_VALUE);
    }

    /** Runs all events up to and including an instant, and moves the clock to it. */
    public void runUntil(long timeNanos) {
        boolean ran;
        do {
            ran = stepUntil(timeNanos);
        } while (ran);
        now = Math.max(now, timeNanos);
    }

    /**
     * Runs the next event unless it lies behind a limit.
     *
     * @return false when no event is pending up to and including the limit; the clock then stays
     */
    public boolean stepUntil(long limitNanos) {
        if (now > limitNanos) {
            return false;
        }
        while (true) {
            if (presentSize > 0 && runPresent()) {
                return true;
            }
            if (future.size() == 0) {
                return false;
            }
            long time = future.earliest();
            if (time > limitNanos) {
                return false;
            }
            if (future.isEarliestAlone()) {
                long key = future.takeEarliest();
                if (slots.isValid(key)) {
                    now = time;
                    run(EventSlots.slotOf(key));
                    return true;
                }
            } else if (queuedEntries() == pending || !dropVoidEarliest()) {
                presentTime = time;
                future.takeAll(time, toPresent);
            }
        }
    }

    /** Drops void entries among the earliest; true when there were any. What is taken afterwards moves the clock. */
    private boolean dropVoidEarliest() {
        int before = future.size();
        future.retainEarliest(valid);
        return future.size() < before;
    }

    /** Runs the first valid event of the present instant; answers false when all entries were void. */
    private boolean runPresent() {
        for (KeyList list : present) {
            while (!list.isEmpty()) {
                long key = list.removeFirst();
                presentSize--;
                if (slots.isValid(key)) {
                    now = presentTime;
                    run(EventSlots.slotOf(key));
                    return true;
                }
            }
        }
        return false;
    }

    private void run(int slot) {
        EventHandler handler = slots.handler(slot);
        Object payload = slots.payload(slot);
        int kind = slots.kind(slot);
        causality.beginCall(slots.cause(slot));
        slots.free(slot);
        pending--;
        handler.handle(kind, payload);
    }

    private void enqueue(long timeNanos, long key) {
        if (timeNanos == now) {
            presentTime = now;
            addToPresent(key);
        } else {
            future.add(timeNanos, key);
        }
    }

    private void addToPresent(long key) {
        present[(int) (key >>> ORDER_SHIFT)].add(key);
        presentSize++;
    }

    /** Every pending event has one valid entry: what is more than that is void. */
    private void sweep() {
        if (queuedEntries() > 2 * pending + TOLERATED_VOID_ENTRIES) {
            future.retain(valid);
            retainPresent();
        }
    }

    private void retainPresent() {
        if (presentSize > 0) {
            presentSize = 0;
            for (KeyList list : present) {
                list.retain(valid);
                presentSize += list.size();
            }
        }
    }

    /** Entries of all queues, void ones included. */
    int queuedEntries() {
        return future.size() + presentSize;
    }

    /** Keeps the events by their slots, which stay the same from one instant to another, and leaves void entries out. */
    @Override
    public void writeState(StateOutput out) {
        out.number(now);
        out.number(sequence);
        causality.writeState(out);
        long[] times = new long[slots.used()];
        future.forEach((time, key) -> noteTime(times, time, key));
        for (KeyList list : present) {
            list.forEach(key -> noteTime(times, presentTime, key));
        }
        for (int slot = 0; slot < times.length; slot++) {
            out.number(times[slot]);
            slots.writeState(slot, out);
        }
    }

    private void noteTime(long[] times, long time, long key) {
        if (slots.isValid(key)) {
            times[EventSlots.slotOf(key)] = time;
        }
    }

    @Override
    public void readState(StateInput in) {
        now = in.number();
        presentTime = now;
        sequence = in.number();
        causality.readState(in);
        future.restart(now);
        for (KeyList list : present) {
            list.clear();
        }
        presentSize = 0;
        slots.clear();
        List<WaitingEntry> entries = new ArrayList<>();
        while (in.hasNumbers()) {
            long time = in.number();
            long key = slots.readState(in);
            if (key != 0) {
                entries.add(new WaitingEntry(time, key));
            }
        }
        slots.linkFree();
        pending = entries.size();
        // Entries of one instant run in the order of their scheduling, which the sequence in the key tells.
        entries.sort(Comparator.comparingLong(entry -> entry.key & EventSlots.MAXIMUM_HANDLE));
        entries.forEach(entry -> enqueue(entry.time, entry.key));
    }

    private record WaitingEntry(long time, long key) {
    }

    private long nextSequence() {
        if (++sequence >= MAXIMUM_SEQUENCE) {
            throw new IllegalStateException("The run scheduled more than " + MAXIMUM_SEQUENCE + " events");
        }
        return sequence;
    }

    private IllegalArgumentException inThePast(long timeNanos) {
        return new IllegalArgumentException(
                "An event cannot be scheduled at " + timeNanos + " ns: it is " + now + " ns already");
    }
}
