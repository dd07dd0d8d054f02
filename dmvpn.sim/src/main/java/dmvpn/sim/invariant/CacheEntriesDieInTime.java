package dmvpn.sim.invariant;

import dmvpn.network.address.IpPrefix;
import dmvpn.sim.nhrp.NhrpTraceEvent;
import dmvpn.sim.nhrp.NhrpTraceEvent.CacheChange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * No NHRP mapping of another router outlives its holding time without being renewed (RFC 2332 section 5.2.2.3): neither until it is
 * removed nor for as long as it is there. What is due is looked at with each event, so that one that never expires is found, too.
 */
final class CacheEntriesDieInTime implements Invariant.OfEvents {

    private record Entry(int node, String tunnel, IpPrefix target) {
    }

    /** When each mapping that expires was renewed last, the one of longest ago first. */
    private final Map<Entry, Long> renewedAtNanos = new LinkedHashMap<>();
    private long longestNanos;

    @Override
    public String name() {
        return "no NHRP entry is older than its holding time";
    }

    @Override
    public void event(Happening happening, Complaints complaints) {
        if (happening.event() instanceof NhrpTraceEvent || happening.isPowerOn()) {
            noteHoldingTime(happening);
        }
        if (!renewedAtNanos.isEmpty()) {
            requireRenewed(renewedAtNanos.entrySet().iterator().next(), happening, complaints);
        }
        if (happening.isPowerOff()) {
            renewedAtNanos.keySet().removeIf(entry -> entry.node == happening.node());
        } else if (happening.event() instanceof NhrpTraceEvent.CacheEvent cache && !cache.flags().contains("local")) {
            note(new Entry(happening.node(), cache.tunnel(), cache.target()), cache, happening.timeNanos());
        }
    }

    /** A mapping takes the place of the one of its target, also when it has another next hop. */
    private void note(Entry entry, NhrpTraceEvent.CacheEvent cache, long nowNanos) {
        renewedAtNanos.remove(entry);
        if (cache.change() != CacheChange.REMOVED && cache.entryType().equals("dynamic")) {
            renewedAtNanos.put(entry, nowNanos);
        }
    }

    private void requireRenewed(Map.Entry<Entry, Long> oldest, Happening happening, Complaints complaints) {
        long ageNanos = happening.timeNanos() - oldest.getValue();
        if (ageNanos > longestNanos) {
            complaints.complain("the entry for " + oldest.getKey().target + " lived " + TimeUnit.NANOSECONDS.toSeconds(ageNanos)
                    + " s without being renewed");
        }
    }

    /** Holding times are those that clients say, so that the longest that any router has had counts. */
    private void noteHoldingTime(Happening happening) {
        happening.network().device(happening.node()).ifPresent(device -> device.tunnels().forEach(tunnel ->
                longestNanos = Math.max(longestNanos, TimeUnit.SECONDS.toNanos(tunnel.nhrp().holdingTimeSeconds()))));
    }
}
