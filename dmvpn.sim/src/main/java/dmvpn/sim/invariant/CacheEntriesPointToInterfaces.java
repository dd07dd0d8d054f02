package dmvpn.sim.invariant;

import dmvpn.sim.nhrp.NhrpTraceEvent;

/** A cache entry belongs to a tunnel that the router has. */
final class CacheEntriesPointToInterfaces implements Invariant.OfEvents {

    @Override
    public String name() {
        return "cache entries point to interfaces that exist";
    }

    @Override
    public void event(Happening happening, Complaints complaints) {
        if (happening.event() instanceof NhrpTraceEvent.CacheEvent cache && happening.network().device(happening.node())
                .filter(device -> device.tunnelNamed(cache.tunnel()).isPresent()).isEmpty()) {
            complaints.complain("the entry for " + cache.target() + " is of " + cache.tunnel() + ", which does not exist");
        }
    }
}
