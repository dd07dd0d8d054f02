package dmvpn.sim.testing;

import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.kernel.Scheduler;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A scheduler that a test winds forward by hand. Simple rather than fast; the same order as the kernel. */
public final class ManualScheduler implements Scheduler {

    private record Key(long timeNanos, Order order, long sequence) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byTime = Long.compare(timeNanos, other.timeNanos);
            int byOrder = byTime != 0 ? byTime : order.compareTo(other.order);
            return byOrder != 0 ? byOrder : Long.compare(sequence, other.sequence);
        }
    }

    private record Event(long handle, EventHandler handler, int kind, Object payload) {
    }

    private final TreeMap<Key, Event> pending = new TreeMap<>();
    private final Map<Long, Key> keys = new HashMap<>();
    private long nowNanos;
    private long sequence;

    @Override
    public long nowNanos() {
        return nowNanos;
    }

    @Override
    public long schedule(long timeNanos, Order order, EventHandler handler, int kind, Object payload) {
        if (timeNanos < nowNanos) {
            throw new IllegalArgumentException("Event at " + timeNanos + " ns is before now, " + nowNanos + " ns");
        }
        long handle = ++sequence;
        put(new Key(timeNanos, order, handle), new Event(handle, handler, kind, payload));
        return handle;
    }

    private void put(Key key, Event event) {
        pending.put(key, event);
        keys.put(event.handle(), key);
    }

    @Override
    public boolean cancel(long handle) {
        Key key = keys.remove(handle);
        return key != null && pending.remove(key) != null;
    }

    @Override
    public long reschedule(long handle, long timeNanos) {
        Key key = keys.remove(handle);
        if (key == null) {
            return NO_TIMER;
        }
        Event event = pending.remove(key);
        return schedule(timeNanos, key.order(), event.handler(), event.kind(), event.payload());
    }

    @Override
    public boolean isPending(long handle) {
        return keys.containsKey(handle);
    }

    /** Number of scheduled events. */
    public int pendingCount() {
        return pending.size();
    }

    /** Runs the earliest event; false when there is none. */
    public boolean runNext() {
        Map.Entry<Key, Event> next = pending.pollFirstEntry();
        if (next == null) {
            return false;
        }
        nowNanos = next.getKey().timeNanos();
        Event event = next.getValue();
        keys.remove(event.handle());
        event.handler().handle(event.kind(), event.payload());
        return true;
    }

    /** Runs all events up to and including an instant since the start, then stands there. */
    public void runUntil(Duration instant) {
        while (!pending.isEmpty() && pending.firstKey().timeNanos() <= instant.toNanos()) {
            runNext();
        }
        nowNanos = Math.max(nowNanos, instant.toNanos());
    }

    /** As {@link #runUntil(Duration)}, in milliseconds since the start. */
    public void runUntilMillis(long millis) {
        runUntil(Duration.ofMillis(millis));
    }
}
