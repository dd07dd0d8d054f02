package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.tunnel.FarEnd;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mapping of the NHRP cache: behind which NBMA address an overlay prefix is. Changed by {@link NhrpCache} and by the
 * part of NHRP that made it.
 */
final class CacheEntry {

    /** Expiry of an entry that never expires. */
    static final long NEVER = Long.MAX_VALUE;

    /** "Used" means: carried data within the last minute (public notes on the NHRP flags; observed on IOS). */
    static final long USED_NANOS = 60_000_000_000L;

    private static final long REFRESH_NANOS = 120_000_000_000L;
    private static final long REFRESH_PART = 3;

    private final IpPrefix target;
    private final long createdAtNanos;
    private final EnumSet<EntryFlag> flags = EnumSet.noneOf(EntryFlag.class);
    private final Map<IpAddress, Requester> requesters = new LinkedHashMap<>();
    private EntryType type;
    private IpAddress nextHop;
    private IpAddress nbmaAddress;
    private Optional<IpAddress> claimedNbmaAddress = Optional.empty();
    private IpAddress resolvedDestination;
    private long expiresAtNanos = NEVER;
    private long holdingTimeNanos;
    private long expiryTimer = Scheduler.NO_TIMER;
    private long lastUsedAtNanos = NEVER;
    private int hits;

    CacheEntry(IpPrefix target, EntryType type, IpAddress nextHop, IpAddress nbmaAddress, long createdAtNanos,
            EntryFlag... flags) {
        this.target = target;
        this.type = type;
        this.nextHop = nextHop;
        this.nbmaAddress = nbmaAddress;
        this.createdAtNanos = createdAtNanos;
        this.resolvedDestination = target.network();
        this.flags.addAll(Set.of(flags));
    }

    /** Someone that this router answered, and must tell when the answer is no longer true (RFC 2332 section 5.2.5). */
    record Requester(IpAddress protocolAddress, FarEnd farEnd, long requestId) {
    }

    IpPrefix target() {
        return target;
    }

    EntryType type() {
        return type;
    }

    /** Overlay address of the station that the target is behind; the target itself for a host entry. */
    IpAddress nextHop() {
        return nextHop;
    }

    /** Address to encapsulate to; null while nothing is known. */
    IpAddress nbmaAddress() {
        return nbmaAddress;
    }

    /** The far end of the mapping; only for entries with an NBMA address. */
    FarEnd farEnd() {
        return new FarEnd(nbmaAddress, claimedNbmaAddress);
    }

    /** NBMA address in the owner's own words when a NAT device changed it on the way. */
    Optional<IpAddress> claimedNbmaAddress() {
        return claimedNbmaAddress;
    }

    long createdAtNanos() {
        return createdAtNanos;
    }

    /** Instant of expiry, or {@link #NEVER}. */
    long expiresAtNanos() {
        return expiresAtNanos;
    }

    /**
     * True in the last part of the entry's life, when use renews it: the last two minutes (public notes on IOS), or the
     * last third of a holding time that is too short for that.
     */
    boolean isDueForRefresh(long nowNanos) {
        return expiresAtNanos != NEVER
                && expiresAtNanos - nowNanos <= Math.min(REFRESH_NANOS, holdingTimeNanos / REFRESH_PART);
    }

    /** The address whose resolution made the entry: asked for again when the entry is refreshed. */
    IpAddress resolvedDestination() {
        return resolvedDestination;
    }

    /** Those that were told of a local entry, by their overlay address. */
    Map<IpAddress, Requester> requesters() {
        return requesters;
    }

    boolean has(EntryFlag flag) {
        return flags.contains(flag);
    }

    void set(EntryFlag flag, boolean value) {
        if (value) {
            flags.add(flag);
        } else {
            flags.remove(flag);
        }
    }

    /** Keywords of the flags at an instant, in printing order; empty when none is set. */
    String flagsText(long nowNanos) {
        EnumSet<EntryFlag> shown = EnumSet.copyOf(flags);
        if (isUsed(nowNanos)) {
            shown.add(EntryFlag.USED);
        }
        StringBuilder text = new StringBuilder();
        for (EntryFlag flag : shown) {
            text.append(text.isEmpty() ? "" : " ").append(flag.keyword());
        }
        return text.toString();
    }

    /** Something asked for the target while nothing was known of it. */
    void countHit() {
        hits++;
    }

    /** How often something asked for the target while nothing was known of it. */
    int hits() {
        return hits;
    }

    void markUsed(long nowNanos) {
        lastUsedAtNanos = nowNanos;
    }

    boolean isUsed(long nowNanos) {
        return lastUsedAtNanos != NEVER && nowNanos - lastUsedAtNanos < USED_NANOS;
    }

    boolean isLocal() {
        return flags.contains(EntryFlag.LOCAL);
    }

    /** True for what this router asked for or gleaned, as opposed to configuration and registrations. */
    boolean isResolved() {
        return type == EntryType.DYNAMIC && !has(EntryFlag.REGISTERED) && !isLocal() && !has(EntryFlag.TEMPORARY);
    }

    void setResolvedDestination(IpAddress destination) {
        resolvedDestination = destination;
    }

    /** Replaces what is known of the target; the cache keeps its index, so call {@link NhrpCache#remap} instead. */
    void map(EntryType newType, IpAddress newNextHop, IpAddress newNbmaAddress, Optional<IpAddress> newClaimedAddress) {
        type = newType;
        nextHop = newNextHop;
        nbmaAddress = newNbmaAddress;
        claimedNbmaAddress = newClaimedAddress;
    }

    void setExpiry(long newExpiresAtNanos, long newHoldingTimeNanos, long newExpiryTimer) {
        expiresAtNanos = newExpiresAtNanos;
        holdingTimeNanos = newHoldingTimeNanos;
        expiryTimer = newExpiryTimer;
    }

    long expiryTimer() {
        return expiryTimer;
    }
}
