package dmvpn.sim.invariant;

import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.sim.nhrp.NhrpTraceEvent;

/** No mapping leads to an NBMA address that lies in the overlay itself. */
final class NbmaAddressesAreNotOfTheOverlay implements Invariant.OfEvents {

    @Override
    public String name() {
        return "no NBMA address is of the overlay";
    }

    @Override
    public void event(Happening happening, Complaints complaints) {
        if (!(happening.event() instanceof NhrpTraceEvent.CacheEvent cache) || cache.nbmaAddress() == null) {
            return;
        }
        happening.network().device(happening.node()).flatMap(device -> device.tunnelNamed(cache.tunnel()))
                .map(TunnelInterface::address)
                .filter(own -> own.prefix().contains(cache.nbmaAddress()))
                .ifPresent(own -> complaints.complain("the entry for " + cache.target() + " leads to " + cache.nbmaAddress()
                        + ", which is in the overlay " + own.prefix()));
    }
}
