package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.tunnel.FarEnd;
import dmvpn.sim.tunnel.NbmaResolver;
import java.util.List;
import java.util.Optional;

/**
 * Finds the far end for data packets. A mapping without a socket is not used: its packets take the way by a server until
 * the socket is up, so that building a direct tunnel loses nothing.
 */
final class DataResolver implements NbmaResolver {

    private final NhrpTunnel tunnel;
    private final NhrpCache cache;
    private final NhrpPeers peers;
    private final ResolutionClient resolution;
    private final MulticastTargets multicastTargets;

    DataResolver(NhrpTunnel tunnel, NhrpCache cache, NhrpPeers peers, ResolutionClient resolution,
            MulticastTargets multicastTargets) {
        this.tunnel = tunnel;
        this.cache = cache;
        this.peers = peers;
        this.resolution = resolution;
        this.multicastTargets = multicastTargets;
    }

    @Override
    public Optional<FarEnd> resolve(IpAddress nextHop, IpPacket packet) {
        if (tunnel.fixedFarEnd().isEmpty()) {
            CacheEntry entry = cache.longestMatch(nextHop);
            if (entry == null && tunnel.behaviour().has(NhrpSwitch.RESOLVES_NEXT_HOPS)) {
                resolution.resolveNextHop(nextHop);
                entry = cache.longestMatch(nextHop);
            }
            if (entry != null && !packet.isLivenessProbe()) {
                use(entry, nextHop, packet);
            }
        }
        Optional<FarEnd> farEnd = peers.farEndOf(nextHop);
        if (farEnd.isEmpty()) {
            tunnel.decide("packet dropped", nextHop, null, "no mapping for the next hop, and no server to ask");
        }
        return farEnd;
    }

    /** Use keeps a mapping alive: the one that the packet's destination matches, or else that of its next hop. */
    private void use(CacheEntry station, IpAddress nextHop, IpPacket packet) {
        long now = tunnel.nowNanos();
        station.markUsed(now);
        CacheEntry used = station;
        if (cache.hasNetworkMappings()) {
            CacheEntry network = cache.longestMatch(packet.destination());
            if (network != null && network.nextHop().equals(nextHop)) {
                network.markUsed(now);
                used = network;
            }
        }
        if (used.isResolved() && used.isDueForRefresh(now)) {
            resolution.refresh(used);
        }
    }

    @Override
    public Optional<FarEnd> peek(IpAddress nextHop, IpPacket packet) {
        return peers.farEndOf(nextHop);
    }

    @Override
    public boolean multicastReaches(IpAddress neighbor) {
        return peers.farEndOf(neighbor).filter(multicastTargets::reaches).isPresent();
    }

    @Override
    public List<FarEnd> multicastTargets() {
        return multicastTargets.reachable();
    }
}
