package dmvpn.sim.ospf;

import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.ospf.OspfTraceEvent.AdvertisementEvent;
import dmvpn.sim.ospf.database.DatabaseEntry;
import dmvpn.sim.ospf.message.LinkStateAdvertisement;
import dmvpn.sim.ospf.message.LinkStateBody;
import dmvpn.sim.ospf.message.LinkStateHeader;
import dmvpn.sim.ospf.message.LinkStateKey;
import dmvpn.sim.ospf.message.OspfOptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Own advertisements: originated when their content changes, at most every few seconds, refreshed in time, and flushed when there
 * is nothing to tell any more (RFC 2328 section 12.4). Content is made when it is told, so that many changes cost one.
 */
final class Origination {

    private final OspfContext context;
    private final Flooding flooding;
    /** One for all timers of a kind, so that each timer is not an object more. */
    private final EventHandler dueHandler = this::due;
    private final Map<FloodingScope, Map<LinkStateKey, Own>> own = new LinkedHashMap<>();

    private static final int CHANGED = 0;
    private static final int REFRESH = 1;

    /** What this router tells under one key. */
    private static final class Own {
        private final FloodingScope scope;
        private final LinkStateKey key;
        private Supplier<LinkStateBody> content;
        private OspfOptions options;
        private LinkStateBody told;
        private OspfOptions toldOptions;
        private long toldAtNanos = Long.MIN_VALUE / 2;
        private long timer = Scheduler.NO_TIMER;
        private boolean changeScheduled;

        Own(FloodingScope scope, LinkStateKey key) {
            this.scope = scope;
            this.key = key;
        }
    }

    Origination(OspfContext context, Flooding flooding) {
        this.context = context;
        this.flooding = flooding;
    }

    /**
     * The content of an advertisement may have changed.
     *
     * @param scope how far it is told
     * @param content what it says; null from it when there is nothing to say
     */
    void changed(FloodingScope scope, LinkStateKey key, OspfOptions options, Supplier<LinkStateBody> content) {
        Own advertisement = ownOf(scope, key);
        if (advertisement == null) {
            advertisement = new Own(scope, key);
            own.computeIfAbsent(scope, each -> new HashMap<>()).put(key, advertisement);
        }
        advertisement.content = content;
        advertisement.options = options;
        schedule(advertisement);
    }

    /** Tells nothing more under a key, as soon as it may be said. */
    void withdraw(FloodingScope scope, LinkStateKey key) {
        if (ownOf(scope, key) != null) {
            changed(scope, key, OspfOptions.STUB, Origination::nothing);
        }
    }

    private static LinkStateBody nothing() {
        return null;
    }

    private Own ownOf(FloodingScope scope, LinkStateKey key) {
        Map<LinkStateKey, Own> inScope = own.get(scope);
        return inScope == null ? null : inScope.get(key);
    }

    private void schedule(Own advertisement) {
        if (advertisement.changeScheduled) {
            return;
        }
        context.scheduler().cancel(advertisement.timer);
        advertisement.changeScheduled = true;
        long due = advertisement.toldAtNanos + OspfTimers.ORIGINATION_HOLD_NANOS;
        advertisement.timer = context.scheduler().after(Math.max(0, due - context.nowNanos()), dueHandler, CHANGED, advertisement);
    }

    private void due(int kind, Object payload) {
        Own advertisement = (Own) payload;
        advertisement.changeScheduled = false;
        LinkStateBody body = advertisement.content.get();
        DatabaseEntry present = advertisement.scope.database().get(advertisement.key);
        if (body == null) {
            flush(advertisement, present);
        } else if (kind == REFRESH || !body.equals(advertisement.told)
                || !advertisement.options.equals(advertisement.toldOptions)) {
            tell(advertisement, body, present, kind == REFRESH ? "refreshed" : "originated");
        } else {
            refreshLater(advertisement);
        }
    }

    private void tell(Own advertisement, LinkStateBody body, DatabaseEntry present, String what) {
        int sequence = LinkStateHeader.INITIAL_SEQUENCE;
        if (present != null) {
            sequence = present.advertisement().header().sequence();
            if (sequence == LinkStateHeader.MAX_SEQUENCE) {
                // Section 12.1.6: the last number is flushed first; when that is acknowledged the first one is used again.
                flush(advertisement, present);
                return;
            }
            sequence++;
        }
        LinkStateAdvertisement instance =
                LinkStateAdvertisement.originate(advertisement.key, advertisement.options, sequence, body);
        advertisement.told = body;
        advertisement.toldOptions = advertisement.options;
        advertisement.toldAtNanos = context.nowNanos();
        record(advertisement, what, instance.header(), "");
        refreshLater(advertisement);
        flooding.install(advertisement.scope, instance, null);
    }

    private void refreshLater(Own advertisement) {
        long due = advertisement.toldAtNanos + OspfTimers.REFRESH_NANOS;
        advertisement.timer = context.scheduler().after(Math.max(0, due - context.nowNanos()), dueHandler, REFRESH, advertisement);
    }

    private void flush(Own advertisement, DatabaseEntry present) {
        advertisement.told = null;
        if (present == null || present.isMaxAge(context.nowNanos())) {
            return;
        }
        LinkStateAdvertisement old = present.advertisement().withAge(LinkStateHeader.MAX_AGE_SECONDS);
        record(advertisement, "flushed", old.header(), "");
        flooding.install(advertisement.scope, old, null);
        flooding.removeFlushed();
    }

    private void record(Own advertisement, String what, LinkStateHeader header, String reason) {
        context.record(new AdvertisementEvent(what, advertisement.scope.areaId().orElse(null), header, reason));
    }

    /** Somebody still has an advertisement of this router's former life: it is outbid, or flushed (section 13.4). */
    void received(FloodingScope scope, DatabaseEntry entry) {
        Own advertisement = ownOf(scope, entry.key());
        if (advertisement == null) {
            changed(scope, entry.key(), entry.advertisement().header().options(), Origination::nothing);
            return;
        }
        advertisement.told = null;
        schedule(advertisement);
    }

    /** A flushed advertisement is gone: what shall be told under its key begins anew. */
    void removed(FloodingScope scope, LinkStateKey key) {
        Own advertisement = ownOf(scope, key);
        if (advertisement != null && advertisement.told == null && advertisement.content.get() != null) {
            schedule(advertisement);
        }
    }

    /** The keys of a scope under which something is told or was. */
    List<LinkStateKey> keys(FloodingScope scope) {
        Map<LinkStateKey, Own> inScope = own.get(scope);
        return inScope == null ? List.of() : inScope.keySet().stream().sorted().toList();
    }

    void stop() {
        for (Map<LinkStateKey, Own> inScope : own.values()) {
            Collection<Own> all = inScope.values();
            all.forEach(each -> context.scheduler().cancel(each.timer));
        }
    }
}
