package dmvpn.sim.nhrp;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * FRRouting's answer to "protocol address unreachable": a route that discards what is for the destination, for the holding
 * time (nhrpd/nhrp_shortcut.c).
 */
final class RejectRoutes implements NhrpCache.RemovalListener {

    private final NhrpTunnel tunnel;
    private final NhrpCache cache;
    private final Set<IpPrefix> installed = new LinkedHashSet<>();

    RejectRoutes(NhrpTunnel tunnel, NhrpCache cache) {
        this.tunnel = tunnel;
        this.cache = cache;
        cache.addListener(this);
    }

    /** Discards what is for a destination that nobody reaches, as long as the holding time of this router. */
    void reject(CacheEntry entry) {
        cache.remap(entry, EntryType.INCOMPLETE, entry.nextHop(), null, Optional.empty(),
                tunnel.configuration().holdingTimeSeconds() * 1_000_000_000L, "nobody reaches the destination");
        Origin origin = tunnel.configuration().origin();
        installed.add(entry.target());
        tunnel.routes().install(new Route(entry.target(), RouteSource.NHRP, tunnel.behaviour().shortcutDistance(), 0,
                Optional.empty(), Optional.of(Route.NULL_INTERFACE), tunnel.nowNanos(), origin));
    }

    @Override
    public void removed(CacheEntry entry, String reason) {
        if (entry.type() == EntryType.INCOMPLETE && installed.remove(entry.target())) {
            tunnel.routes().withdraw(entry.target(), RouteSource.NHRP);
        }
    }
}
