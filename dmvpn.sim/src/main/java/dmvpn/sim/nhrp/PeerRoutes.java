package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * FRRouting's route to each station with a mapping (nhrpd/nhrp_route.c): a host route out of the tunnel, since the tunnel's own
 * address is a host address and connects nothing. With IPsec the route is there while the socket to the station is up
 * (nhrpd/nhrp_peer.c: a peer is online with its security association).
 */
final class PeerRoutes implements NhrpCache.AdditionListener, NhrpCache.RemovalListener {

    private final NhrpTunnel tunnel;
    private final NhrpCache cache;
    private final Set<IpPrefix> installed = new LinkedHashSet<>();

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
        if (isPeer(entry) && tunnel.isUsable(entry.farEnd()) && installed.add(entry.target())) {
            tunnel.routes().install(new Route(entry.target(), RouteSource.NHRP, tunnel.behaviour().shortcutDistance(), 0,
                    Optional.empty(), Optional.of(tunnel.name()), tunnel.nowNanos(), tunnel.configuration().origin()));
        }
    }

    @Override
    public void removed(CacheEntry entry, String reason) {
        if (!entry.isLocal()) {
            withdraw(entry.target());
        }
    }

    /** Stations behind an NBMA address can be reached now. */
    void online(IpAddress nbmaAddress) {
        if (tunnel.behaviour().has(NhrpSwitch.ROUTES_TO_PEERS)) {
            cache.mappingsVia(nbmaAddress).forEach(this::added);
        }
    }

    /** Stations behind an NBMA address can be reached no more. */
    void offline(IpAddress nbmaAddress) {
        cache.mappingsVia(nbmaAddress).forEach(entry -> withdraw(entry.target()));
    }

    private void withdraw(IpPrefix target) {
        if (installed.remove(target)) {
            tunnel.routes().withdraw(target, RouteSource.NHRP);
        }
    }
}
