package dmvpn.sim.bgp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.bgp.message.NotificationCode;
import dmvpn.sim.router.NeighborDetection;
import dmvpn.sim.router.NeighborDetection.WatchedNeighbor;
import dmvpn.sim.router.RouterInterface;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Lets neighbours with {@code fall-over bfd} be watched while their sessions are up, and ends the session with one that is lost
 * (RFC 9384). A neighbour that is several hops away is not watched: that would take BFD over several hops (RFC 5883).
 */
final class FastDetection implements NeighborDetection.Client {

    private final BgpContext context;
    private final NeighborDetection detection;
    private final Map<IpAddress, BgpPeer> peers;
    private final Sessions sessions;
    /** Who is watched for whom: by the end of a session its interface may be down or have another address. */
    private final Map<IpAddress, WatchedNeighbor> watched = new TreeMap<>();

    FastDetection(BgpContext context, NeighborDetection detection, Map<IpAddress, BgpPeer> peers, Sessions sessions) {
        this.context = context;
        this.detection = detection;
        this.peers = peers;
        this.sessions = sessions;
    }

    void up(BgpPeer peer) {
        watchable(peer).ifPresent(neighbor -> {
            watched.put(peer.address(), neighbor);
            detection.watch(neighbor, this);
        });
    }

    void down(BgpPeer peer) {
        Optional.ofNullable(watched.remove(peer.address())).ifPresent(neighbor -> detection.forget(neighbor, this));
    }

    private Optional<WatchedNeighbor> watchable(BgpPeer peer) {
        return peer.settings().peering().fastDetection()
                ? peer.interfaceName().flatMap(context.router()::interfaceNamed).map(found -> (RouterInterface) found)
                        .filter(peer.settings()::isConnectedTo)
                        .map(found -> new WatchedNeighbor(found.name(), peer.address()))
                : Optional.empty();
    }

    @Override
    public String name() {
        return "BGP";
    }

    @Override
    public void lost(WatchedNeighbor neighbor, String reason) {
        BgpPeer peer = peers.get(neighbor.address());
        if (peer != null && peer.isEstablished()) {
            sessions.reset(peer, NotificationCode.BFD_DOWN, "BFD: " + reason);
        }
    }
}
