package dmvpn.sim.ospf;

import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.ospf.database.DatabaseEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds advertisements that nobody refreshed (RFC 2328 section 14), with one timer for each database: it is set to the first
 * end of an age, and as refreshed advertisements start anew, a database is looked through about once in half an hour.
 */
final class Aging {

    private final OspfContext context;
    private final Flooding flooding;
    /** One for all timers of a kind, so that each timer is not an object more. */
    private final EventHandler dueHandler = this::due;
    private final Map<FloodingScope, Watch> watches = new HashMap<>();

    private static final class Watch {
        private final FloodingScope scope;
        private long timer;
        private long atNanos;

        Watch(FloodingScope scope) {
            this.scope = scope;
        }
    }

    Aging(OspfContext context, Flooding flooding) {
        this.context = context;
        this.flooding = flooding;
    }

    /** An instance came into a database. */
    void installed(FloodingScope scope, DatabaseEntry entry) {
        Watch watch = watches.get(scope);
        if (watch == null) {
            watch = new Watch(scope);
            watches.put(scope, watch);
        }
        if (!context.scheduler().isPending(watch.timer)) {
            schedule(watch, entry.expiresAtNanos());
        } else if (entry.expiresAtNanos() < watch.atNanos) {
            context.scheduler().cancel(watch.timer);
            schedule(watch, entry.expiresAtNanos());
        }
    }

    private void schedule(Watch watch, long atNanos) {
        watch.atNanos = Math.max(atNanos, context.nowNanos());
        watch.timer = context.scheduler().after(watch.atNanos - context.nowNanos(), dueHandler, 0, watch);
    }

    private void due(int kind, Object payload) {
        Watch watch = (Watch) payload;
        List<DatabaseEntry> expired = new ArrayList<>();
        long next = Long.MAX_VALUE;
        for (DatabaseEntry entry : watch.scope.database().entries()) {
            if (entry.advertisement().header().isMaxAge()) {
                continue; // flushed already, and waiting for acknowledgments
            }
            if (entry.isMaxAge(context.nowNanos())) {
                expired.add(entry);
            } else {
                next = Math.min(next, entry.expiresAtNanos());
            }
        }
        if (next != Long.MAX_VALUE) {
            schedule(watch, next);
        }
        expired.forEach(entry -> flooding.expire(watch.scope, entry));
    }

    void stop() {
        watches.values().forEach(watch -> context.scheduler().cancel(watch.timer));
    }
}
