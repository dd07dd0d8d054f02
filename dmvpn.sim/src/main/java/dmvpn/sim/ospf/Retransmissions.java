package dmvpn.sim.ospf;

import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.ospf.database.DatabaseEntry;
import dmvpn.sim.ospf.message.LinkStateAdvertisement;
import dmvpn.sim.ospf.message.LinkStateKey;
import java.util.ArrayList;
import java.util.List;

/** Repeats what neighbours do not acknowledge (RFC 2328 section 13.6), with one timer for each neighbour. */
final class Retransmissions {

    /** Told of a neighbour that acknowledges nothing. */
    interface Listener {

        /** The limit of repetitions was reached. */
        void givenUp(OspfNeighbor neighbor);
    }

    private final OspfContext context;
    private final FloodingSender sender;
    private final Listener listener;
    /** One for all timers of a kind, so that each timer is not an object more. */
    private final EventHandler dueHandler = this::due;

    Retransmissions(OspfContext context, FloodingSender sender, Listener listener) {
        this.context = context;
        this.sender = sender;
        this.listener = listener;
    }

    /** A neighbour has to acknowledge an instance from now on. */
    void await(OspfNeighbor neighbor, DatabaseEntry entry) {
        forget(neighbor, entry.key());
        long due = context.nowNanos() + OspfTimers.RETRANSMIT_NANOS;
        entry.awaitAcknowledgment();
        neighbor.retransmissions().put(entry.key(), new OspfNeighbor.Awaited(entry, due));
        if (!context.scheduler().isPending(neighbor.retransmissionTimer())) {
            schedule(neighbor, due);
        }
    }

    private void schedule(OspfNeighbor neighbor, long atNanos) {
        neighbor.setRetransmissionTimer(
                context.scheduler().after(atNanos - context.nowNanos(), dueHandler, 0, neighbor));
    }

    /** The neighbour acknowledged an instance. */
    void acknowledged(OspfNeighbor neighbor, LinkStateKey key) {
        neighbor.setRepetitions(0);
        forget(neighbor, key);
        if (neighbor.retransmissions().isEmpty()) {
            context.scheduler().cancel(neighbor.retransmissionTimer());
            neighbor.setRetransmissionTimer(Scheduler.NO_TIMER);
        }
    }

    /** Nothing is awaited of an advertisement any more. */
    void forget(OspfNeighbor neighbor, LinkStateKey key) {
        OspfNeighbor.Awaited awaited = neighbor.retransmissions().remove(key);
        if (awaited != null) {
            awaited.entry().acknowledged();
        }
        neighbor.toFlood().remove(key);
    }

    /** Nothing is awaited of a neighbour any more. */
    void clear(OspfNeighbor neighbor) {
        context.scheduler().cancel(neighbor.retransmissionTimer());
        neighbor.retransmissions().values().forEach(awaited -> awaited.entry().acknowledged());
        neighbor.retransmissions().clear();
        neighbor.toFlood().clear();
        neighbor.setRepetitions(0);
    }

    private void due(int kind, Object payload) {
        OspfNeighbor neighbor = (OspfNeighbor) payload;
        if (neighbor.retransmissions().isEmpty()) {
            return;
        }
        long now = context.nowNanos();
        List<LinkStateAdvertisement> repeated = new ArrayList<>();
        long next = Long.MAX_VALUE;
        for (OspfNeighbor.Awaited awaited : neighbor.retransmissions().values()) {
            if (awaited.dueNanos() <= now) {
                repeated.add(awaited.entry().aged(now, OspfTimers.TRANSMIT_DELAY_SECONDS));
                awaited.setDueNanos(now + OspfTimers.RETRANSMIT_NANOS);
            }
            next = Math.min(next, awaited.dueNanos());
        }
        if (!repeated.isEmpty()) {
            neighbor.setRepetitions(neighbor.repetitions() + 1);
            if (neighbor.repetitions() > OspfTimers.RETRANSMIT_LIMIT) {
                listener.givenUp(neighbor);
                return;
            }
            sender.updates(neighbor.port(), neighbor.address(), repeated, "repeated");
        }
        schedule(neighbor, next);
    }
}
