package dmvpn.sim.invariant;

import dmvpn.sim.nhrp.NhrpTraceEvent;

/** A target has one mapping in the cache of a tunnel. */
final class OneMappingPerTarget implements Invariant.OfEvents {

    private final Inventory present = new Inventory();

    @Override
    public String name() {
        return "one NHRP mapping per target";
    }

    @Override
    public void event(Happening happening, Complaints complaints) {
        if (happening.isPowerOn()) {
            present.forget(happening.node());
        }
        if (!(happening.event() instanceof NhrpTraceEvent.CacheEvent cache)) {
            return;
        }
        String key = cache.tunnel() + " " + cache.target() + (cache.flags().contains("local") ? " local" : "");
        switch (cache.change()) {
            case ADDED -> {
                if (!present.add(happening.node(), key)) {
                    complaints.complain("a second entry was added for " + cache.target() + " on " + cache.tunnel());
                }
            }
            case UPDATED -> present.add(happening.node(), key);
            case REMOVED -> present.remove(happening.node(), key);
        }
    }
}
