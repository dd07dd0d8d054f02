package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.router.NeighborDetection;
import dmvpn.sim.router.NeighborDetection.WatchedNeighbor;
import dmvpn.sim.tunnel.CryptoSockets.CryptoSocketListener;

/**
 * NHRP as a client of BFD, on a tunnel that has BFD: it needs no configuration of its own, acts on sessions that go down, not on
 * those that come up, and lets a hub learn of a dead spoke before its registration expires (Cisco, "BFD Support on DMVPN").
 * Stations are watched while there is a mapping and a way to them, servers while they answer.
 */
final class DetectionCoupling implements NeighborDetection.Client, CryptoSocketListener, NextHopServers.Listener,
        NhrpCache.AdditionListener, NhrpCache.RemovalListener {

    private final NhrpTunnel tunnel;
    private final NhrpCache cache;
    private final NextHopServers servers;
    private final NeighborDetection detection;

    DetectionCoupling(NhrpTunnel tunnel, NhrpCache cache, NextHopServers servers, NeighborDetection detection) {
        this.tunnel = tunnel;
        this.cache = cache;
        this.servers = servers;
        this.detection = detection;
    }

    /** True when the tunnel has BFD, and the platform's NHRP uses it. */
    boolean isWanted() {
        return tunnel.behaviour().has(NhrpSwitch.LISTENS_TO_BFD)
                && tunnel.router().device().routing().forwardingDetectionOn(tunnel.name()).isPresent();
    }

    @Override
    public void added(CacheEntry entry) {
        if (isReachableStation(entry)) {
            detection.watch(watched(entry.nextHop()), this);
        }
    }

    private boolean isReachableStation(CacheEntry entry) {
        boolean isStation = entry.type() == EntryType.DYNAMIC && !entry.isLocal() && entry.nbmaAddress() != null
                && !entry.has(EntryFlag.TEMPORARY) && entry.target().equals(IpPrefix.host(entry.nextHop()));
        return isStation && tunnel.isUsable(entry.farEnd());
    }

    /** True when BFD watches the station of a mapping. */
    boolean watches(CacheEntry entry) {
        return isWanted() && (isReachableStation(entry) || entry.type() == EntryType.STATIC
                && servers.withProtocolAddress(entry.nextHop()).filter(RegistrationClient::isUp).isPresent());
    }

    @Override
    public void removed(CacheEntry entry, String reason) {
        if (!entry.isLocal() && entry.target().equals(IpPrefix.host(entry.nextHop()))) {
            detection.pathGone(watched(entry.nextHop()), this);
        }
    }

    @Override
    public void socketUp(IpAddress peerNbmaAddress) {
        cache.mappingsVia(peerNbmaAddress).forEach(this::added);
    }

    @Override
    public void socketDown(IpAddress peerNbmaAddress, String reason) {
        // its mappings go, and servers that were reached by it
    }

    @Override
    public void serversChanged() {
        for (RegistrationClient client : servers.clients()) {
            WatchedNeighbor server = watched(client.server().protocolAddress());
            if (client.isUp()) {
                detection.watch(server, this);
            } else {
                detection.pathGone(server, this);
            }
        }
    }

    private WatchedNeighbor watched(IpAddress station) {
        return new WatchedNeighbor(tunnel.name(), station);
    }

    @Override
    public String name() {
        return "NHRP";
    }

    @Override
    public void lost(WatchedNeighbor neighbor, String reason) {
        servers.withProtocolAddress(neighbor.address()).ifPresentOrElse(
                client -> client.connectionLost("BFD: " + reason),
                () -> cache.clearDynamic(entry -> entry.nextHop().equals(neighbor.address()) && !entry.isLocal()
                        && !entry.has(EntryFlag.TEMPORARY), "BFD: " + reason));
    }
}
