package dmvpn.sim.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The plainest scheduler that keeps the contract: a list, searched for the smallest event at each step. */
final class SortedListScheduler implements Scheduler {

    private record Pending(long handle, long time, Order order, long sequence, EventHandler handler, int kind,
            Object payload) {
    }

    private static final Comparator<Pending> TOTAL_ORDER = Comparator.comparingLong(Pending::time)
            .thenComparing(Pending::order).thenComparingLong(Pending::sequence);

    private final List<Pending> pending = new ArrayList<>();
    private long now;
    private long sequence;

    @Override
    public long nowNanos() {
        return now;
    }

    @Override
    public long schedule(long timeNanos, Order order, EventHandler handler, int kind, Object payload) {
        if (timeNanos < now) {
            throw new IllegalArgumentException("past");
        }
        pending.add(new Pending(++sequence, timeNanos, order, sequence, handler, kind, payload));
        return sequence;
    }

    @Override
    public boolean cancel(long handle) {
        return pending.removeIf(event -> event.handle() == handle);
    }

    @Override
    public long reschedule(long handle, long timeNanos) {
        for (int index = 0; index < pending.size(); index++) {
            Pending event = pending.get(index);
            if (event.handle() == handle) {
                pending.set(index, new Pending(++sequence, timeNanos, event.order(), sequence, event.handler(),
                        event.kind(), event.payload()));
                return sequence;
            }
        }
        return NO_TIMER;
    }

    @Override
    public boolean isPending(long handle) {
        return pending.stream().anyMatch(event -> event.handle() == handle);
    }

    int pendingCount() {
        return pending.size();
    }

    long nextTimeNanos() {
        return pending.stream().mapToLong(Pending::time).min().orElse(Long.MAX_VALUE);
    }

    boolean step() {
        if (pending.isEmpty()) {
            return false;
        }
        Pending next = pending.stream().min(TOTAL_ORDER).orElseThrow();
        pending.remove(next);
        now = next.time();
        next.handler().handle(next.kind(), next.payload());
        return true;
    }

    void runUntil(long timeNanos) {
        while (nextTimeNanos() <= timeNanos && step()) {
            // each step is one event
        }
        now = Math.max(now, timeNanos);
    }
}
