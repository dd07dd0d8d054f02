package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.nhrp.NhrpTraceEvent.CacheChange;
import dmvpn.sim.nhrp.NhrpTraceEvent.CacheEvent;
import dmvpn.sim.routing.PrefixMap;
import dmvpn.sim.tunnel.FarEnd;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The cache of one tunnel interface: mappings of others, and local entries for what this router answered. Both are found
 * by prefix; a host address finds the longest matching mapping. Entries leave when their holding time is over.
 */
final class NhrpCache {

    /** Why an entry left. */
    static final String EXPIRED = "holding time is over";

    /** Told when an entry left the cache, for whatever reason. */
    @FunctionalInterface
    interface RemovalListener {

        /** The entry left, and none of its target is there any more. */
        void removed(CacheEntry entry, String reason);

        /** Another entry of the same target took the place of this one: the target has a mapping all the time. */
        default void replaced(CacheEntry entry) {
            // Most keep what belongs to the target.
        }
    }

    /** Told when an entry came into the cache. */
    @FunctionalInterface
    interface AdditionListener {
        void added(CacheEntry entry);
    }

    private final NhrpTunnel tunnel;
    private final PrefixMap<CacheEntry> mappings = new PrefixMap<>();
    private final PrefixMap<CacheEntry> localEntries = new PrefixMap<>();
    private final Map<IpAddress, Set<CacheEntry>> byNbmaAddress = new HashMap<>();
    private final List<RemovalListener> listeners = new ArrayList<>();
    private int networkEntries;
    private AdditionListener additionListener = entry -> { };

    NhrpCache(NhrpTunnel tunnel) {
        this.tunnel = tunnel;
    }

    /** Adds a listener; listeners are told in the order of their addition. */
    void addListener(RemovalListener listener) {
        listeners.add(listener);
    }

    /** Tells one listener from now on. */
    void setAdditionListener(AdditionListener listener) {
        additionListener = listener;
    }

    /** The mapping of exactly that prefix; null when there is none. */
    CacheEntry mapping(IpPrefix target) {
        return mappings.get(target);
    }

    /** The mapping of exactly that address; null when there is none. */
    CacheEntry mapping(IpAddress address) {
        return mappings.get(IpPrefix.host(address));
    }

    /** The local entry of exactly that prefix; null when there is none. */
    CacheEntry localEntry(IpPrefix target) {
        return localEntries.get(target);
    }

    /** The mapping of the longest prefix that contains the address and has an NBMA address; null when there is none. */
    CacheEntry longestMatch(IpAddress address) {
        return mappings.longestMatch(address, entry -> entry.nbmaAddress() != null);
    }

    /** True when a mapping of more than one address exists: only then can a destination match a shortcut. */
    boolean hasNetworkMappings() {
        return networkEntries > 0;
    }

    /** Mappings in the order of their targets. */
    Collection<CacheEntry> mappings() {
        return mappings.values();
    }

    /** Local entries in the order of their targets. */
    Collection<CacheEntry> localEntries() {
        return localEntries.values();
    }

    /** All entries, in the order of their targets, as {@code show ip nhrp} lists them. */
    List<CacheEntry> entries() {
        List<CacheEntry> all = new ArrayList<>(mappings.values());
        all.addAll(localEntries.values());
        all.sort(Comparator.comparing(CacheEntry::target));
        return all;
    }

    /** Mappings behind an NBMA address, in the order of their creation. */
    List<CacheEntry> mappingsVia(IpAddress nbmaAddress) {
        return List.copyOf(byNbmaAddress.getOrDefault(nbmaAddress, Set.of()));
    }

    /** True while a mapping leads to the far end, and not only to another one behind the same NAT. */
    boolean needs(FarEnd farEnd) {
        return mappingsVia(farEnd.nbmaAddress()).stream().anyMatch(entry -> entry.farEnd().equals(farEnd));
    }

    /** True while a mapping leads to the NBMA address. */
    boolean needs(IpAddress nbmaAddress) {
        return byNbmaAddress.containsKey(nbmaAddress);
    }

    /**
     * Adds an entry in place of the one of the same target.
     *
     * @param holdingTimeNanos life from now, or {@link CacheEntry#NEVER}
     */
    CacheEntry add(CacheEntry entry, long holdingTimeNanos, String reason) {
        PrefixMap<CacheEntry> table = entry.isLocal() ? localEntries : mappings;
        CacheEntry present = table.get(entry.target());
        if (present != null) {
            forget(present);
        }
        table.put(entry.target(), entry);
        index(entry);
        if (!entry.isLocal() && !entry.target().isHost()) {
            networkEntries++;
        }
        keepFor(entry, holdingTimeNanos);
        record(present == null ? CacheChange.ADDED : CacheChange.UPDATED, entry, reason);
        if (present != null) {
            listeners.forEach(listener -> listener.replaced(present));
        }
        additionListener.added(entry);
        return entry;
    }

    /** Gives an entry another content and a new life; its age stays. */
    void remap(CacheEntry entry, EntryType type, IpAddress nextHop, IpAddress nbmaAddress, Optional<IpAddress> claimedAddress,
            long holdingTimeNanos, String reason) {
        unindex(entry);
        entry.map(type, nextHop, nbmaAddress, claimedAddress);
        index(entry);
        keepFor(entry, holdingTimeNanos);
        record(CacheChange.UPDATED, entry, reason);
    }

    /** Removes an entry that is in the cache, and tells. */
    void remove(CacheEntry entry, String reason) {
        PrefixMap<CacheEntry> table = entry.isLocal() ? localEntries : mappings;
        if (table.get(entry.target()) != entry) {
            return;
        }
        forget(entry);
        record(CacheChange.REMOVED, entry, reason);
        for (RemovalListener listener : listeners) {
            listener.removed(entry, reason);
        }
    }

    /** Removes all but static entries. */
    void clearDynamic(String reason) {
        clearDynamic(entry -> true, reason);
    }

    /** Removes all but static entries that a condition holds for. */
    void clearDynamic(Predicate<CacheEntry> condition, String reason) {
        for (CacheEntry entry : entries()) {
            if (entry.type() != EntryType.STATIC && condition.test(entry)) {
                remove(entry, reason);
            }
        }
    }

    /** Cancels the timers of all entries. */
    void stop() {
        entries().forEach(entry -> tunnel.scheduler().cancel(entry.expiryTimer()));
    }

    private void forget(CacheEntry entry) {
        tunnel.scheduler().cancel(entry.expiryTimer());
        unindex(entry);
        (entry.isLocal() ? localEntries : mappings).remove(entry.target());
        if (!entry.isLocal() && !entry.target().isHost()) {
            networkEntries--;
        }
    }

    private void keepFor(CacheEntry entry, long holdingTimeNanos) {
        Scheduler scheduler = tunnel.scheduler();
        if (holdingTimeNanos == CacheEntry.NEVER) {
            scheduler.cancel(entry.expiryTimer());
            entry.setExpiry(CacheEntry.NEVER, 0, Scheduler.NO_TIMER);
            return;
        }
        long expiresAt = tunnel.nowNanos() + holdingTimeNanos;
        long timer = scheduler.reschedule(entry.expiryTimer(), expiresAt);
        if (timer == Scheduler.NO_TIMER) {
            timer = scheduler.schedule(expiresAt, Order.TIMER, this::expire, 0, entry);
        }
        entry.setExpiry(expiresAt, holdingTimeNanos, timer);
    }

    private void expire(int kind, Object payload) {
        remove((CacheEntry) payload, EXPIRED);
    }

    private void index(CacheEntry entry) {
        if (!entry.isLocal() && entry.nbmaAddress() != null) {
            byNbmaAddress.computeIfAbsent(entry.nbmaAddress(), address -> new LinkedHashSet<>()).add(entry);
        }
    }

    private void unindex(CacheEntry entry) {
        Set<CacheEntry> entries = byNbmaAddress.get(entry.nbmaAddress());
        if (entries != null && entries.remove(entry) && entries.isEmpty()) {
            byNbmaAddress.remove(entry.nbmaAddress());
        }
    }

    private void record(CacheChange change, CacheEntry entry, String reason) {
        if (tunnel.router().trace().isRecording()) {
            tunnel.record(new CacheEvent(change, tunnel.name(), entry.target(), entry.nextHop(), entry.nbmaAddress(),
                    entry.type().keyword(), entry.flagsText(tunnel.nowNanos()), reason));
        }
    }
}
