package dmvpn.sim.invariant;

import dmvpn.sim.nhrp.NhrpTraceEvent;
import dmvpn.sim.nhrp.NhrpTraceEvent.CacheChange;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** No NHRP mapping of another router outlives its holding time without being renewed (RFC 2332 section 5.2.2.3). */
final class CacheEntriesDieInTime implements Invariant.OfEvents {

    /** How NHRP says that an entry expired. */
    private static final String HOLDING_TIME_OVER = "holding time is over";

    private record Entry(int node, String key) {
    }

    private final Map<Entry, Long> renewedAtNanos = new HashMap<>();
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
        if (!(happening.event() instanceof NhrpTraceEvent.CacheEvent cache)) {
            return;
        }
        Entry entry = new Entry(happening.node(), cache.tunnel() + " " + cache.target() + " " + cache.nextHop());
        if (cache.change() != CacheChange.REMOVED) {
            renewedAtNanos.put(entry, happening.timeNanos());
            return;
        }
        Long renewed = renewedAtNanos.remove(entry);
        boolean mortal = cache.entryType().equals("dynamic") && !cache.flags().contains("local")
                && cache.reason().equals(HOLDING_TIME_OVER);
        if (mortal && renewed != null && happening.timeNanos() - renewed > longestNanos) {
            complaints.complain("the entry for " + cache.target() + " lived "
                    + TimeUnit.NANOSECONDS.toSeconds(happening.timeNanos() - renewed) + " s without being renewed");
        }
    }

    /** Holding times are those that clients say, so that the longest that any router has had counts. */
    private void noteHoldingTime(Happening happening) {
        happening.network().device(happening.node()).ifPresent(device -> device.tunnels().forEach(tunnel ->
                longestNanos = Math.max(longestNanos, TimeUnit.SECONDS.toNanos(tunnel.nhrp().holdingTimeSeconds()))));
    }
}
