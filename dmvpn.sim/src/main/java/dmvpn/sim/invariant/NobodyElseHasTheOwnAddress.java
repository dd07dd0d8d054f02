package dmvpn.sim.invariant;

import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.sim.nhrp.NhrpTraceEvent;
import dmvpn.sim.nhrp.NhrpTraceEvent.CacheChange;

/** No mapping says that the tunnel address of the router itself is elsewhere. */
final class NobodyElseHasTheOwnAddress implements Invariant.OfEvents {

    @Override
    public String name() {
        return "no mapping takes the tunnel address of its own router";
    }

    @Override
    public void event(Happening happening, Complaints complaints) {
        if (!(happening.event() instanceof NhrpTraceEvent.CacheEvent cache) || cache.change() == CacheChange.REMOVED
                || cache.flags().contains("local") || cache.nbmaAddress() == null) {
            return;
        }
        happening.network().device(happening.node()).flatMap(device -> device.tunnelNamed(cache.tunnel()))
                .map(TunnelInterface::address)
                .filter(own -> cache.target().length() == own.address().bitLength()
                        && cache.target().network().equals(own.address())
                        && !happening.network().owns(happening.node(), cache.nbmaAddress()))
                .ifPresent(own -> complaints.complain("the tunnel address " + own.address() + " was mapped to "
                        + cache.nbmaAddress()));
    }
}
