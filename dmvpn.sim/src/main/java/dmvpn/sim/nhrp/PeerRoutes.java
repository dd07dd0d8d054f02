package dmvpn.sim.nhrp;

import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import java.util.Optional;

/**
 * FRRouting's route to each station with a mapping (nhrpd/nhrp_route.c): a host route out of the tunnel, since the tunnel's own
 * address is a host address and connects nothing.
 */
final class PeerRoutes implements NhrpCache.AdditionListener, NhrpCache.RemovalListener {

    private final NhrpTunnel tunnel;
    private final NhrpCache cache;

    PeerRoutes(NhrpTunnel tunnel, NhrpCache cache) {
        this.tunnel = tunnel;
        this.cache = cache;
    }

    /** Follows the cache, where the platform has such routes. */
    void start() {
        if (tunnel.behaviour().has(NhrpSwitch.ROUTES_TO_PEERS)) {
            cache.setAdditionListener(this);
            cache.addListener(this);
            cache.mappings().forEach(this::added);
        }
    }

    private static boolean isPeer(CacheEntry entry) {
        return !entry.isLocal() && entry.nbmaAddress() != null && entry.target().isHost()
                && entry.target().network().equals(entry.nextHop());
    }

    @Override
    public void added(CacheEntry entry) {
        if (isPeer(entry)) {
            tunnel.routes().install(new Route(entry.target(), RouteSource.NHRP, tunnel.behaviour().shortcutDistance(), 0,
                    Optional.empty(), Optional.of(tunnel.name()), tunnel.nowNanos(), tunnel.configuration().origin()));
        }
    }

    @Override
    public void removed(CacheEntry entry, String reason) {
        if (isPeer(entry)) {
            tunnel.routes().withdraw(entry.target(), RouteSource.NHRP);
        }
    }
}
