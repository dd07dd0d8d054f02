package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.tunnel.CryptoSockets.CryptoSocketListener;
import dmvpn.sim.tunnel.CryptoSockets.SocketState;

/**
 * The coupling of NHRP and IPsec on one tunnel: a socket that comes up lets registrations and replies go and shortcuts
 * work; a socket that goes down takes its dynamic mappings with it; the last mapping that leaves closes the socket
 * (observed on IOL, {@code debug tunnel protection}).
 */
final class SocketCoupling implements CryptoSocketListener, NhrpCache.RemovalListener {

    private static final long MILLISECOND = 1_000_000L;

    private final NhrpTunnel tunnel;
    private final NhrpCache cache;
    private final NextHopServers servers;
    private final ResolutionResponder responder;
    private final ShortcutInstaller shortcuts;
    private final PeerRoutes peerRoutes;

    SocketCoupling(NhrpTunnel tunnel, NhrpCache cache, NextHopServers servers, ResolutionResponder responder,
            ShortcutInstaller shortcuts, PeerRoutes peerRoutes) {
        this.tunnel = tunnel;
        this.cache = cache;
        this.servers = servers;
        this.responder = responder;
        this.shortcuts = shortcuts;
        this.peerRoutes = peerRoutes;
        cache.addListener(this);
    }

    @Override
    public void socketUp(IpAddress peerNbmaAddress) {
        for (RegistrationClient client : servers.clients()) {
            if (client.server().nbmaAddress().equals(peerNbmaAddress)) {
                client.socketUp();
            }
        }
        responder.socketUp(peerNbmaAddress);
        int onlineMillis = tunnel.behaviour().timing().peerOnlineMillis();
        if (onlineMillis == 0) {
            online(peerNbmaAddress);
        } else {
            tunnel.scheduler().after(onlineMillis * MILLISECOND, this::online, 0, peerNbmaAddress);
        }
        boolean fixedWithoutServer = servers.isEmpty() && tunnel.fixedFarEnd().filter(peerNbmaAddress::equals).isPresent();
        if (fixedWithoutServer) {
            tunnel.port().announceMulticastTarget();
        }
    }

    private void online(int kind, Object payload) {
        online((IpAddress) payload);
    }

    /** Routes may lead through the socket from now on, if it is still up. */
    private void online(IpAddress peerNbmaAddress) {
        peerRoutes.online(peerNbmaAddress);
        shortcuts.socketUp(peerNbmaAddress);
    }

    @Override
    public void socketDown(IpAddress peerNbmaAddress, String reason) {
        for (RegistrationClient client : servers.clients()) {
            if (client.server().nbmaAddress().equals(peerNbmaAddress)) {
                // The word "External" is the one that IOL prints.
                client.connectionLost("External: the IPsec socket to the server is gone");
            }
        }
        peerRoutes.offline(peerNbmaAddress);
        for (CacheEntry entry : cache.mappingsVia(peerNbmaAddress)) {
            if (entry.type() == EntryType.DYNAMIC && !entry.has(EntryFlag.TEMPORARY)) {
                cache.remove(entry, "External: the IPsec socket is gone");
            }
        }
    }

    /** The entry in its place may lead elsewhere. */
    @Override
    public void replaced(CacheEntry entry) {
        closeUnneeded(entry);
    }

    @Override
    public void removed(CacheEntry entry, String reason) {
        closeUnneeded(entry);
    }

    private void closeUnneeded(CacheEntry entry) {
        IpAddress peer = entry.nbmaAddress();
        if (entry.isLocal() || peer == null || !tunnel.sockets().isProtected() || cache.needs(peer)
                || responder.needs(peer) || tunnel.sockets().state(peer) == SocketState.NONE) {
            return;
        }
        tunnel.decide("IPsec socket closed", entry.nextHop(), peer, "no mapping needs it any more");
        tunnel.sockets().close(peer);
    }
}
