package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Asks for sockets to stations that are no servers of this router. FRRouting waits for a random time of less than a second, so that
 * two stations that resolve each other seldom begin at once (nhrpd/nhrp_peer.c).
 */
final class PeerSockets {

    private static final long MILLISECOND = 1_000_000L;
    private static final int DELAYS_MILLIS = 1000;

    private final NhrpTunnel tunnel;
    private final NhrpCache cache;
    /** Timers of sockets that are to be asked for, by peer. */
    private final Map<IpAddress, Long> delayed = new LinkedHashMap<>();

    PeerSockets(NhrpTunnel tunnel, NhrpCache cache) {
        this.tunnel = tunnel;
        this.cache = cache;
    }

    /** Asks for the socket to a station, at once or soon. */
    void open(IpAddress protocolAddress, IpAddress nbmaAddress) {
        if (!tunnel.behaviour().has(NhrpSwitch.DELAYS_SOCKETS)) {
            tunnel.sockets().open(nbmaAddress);
        } else if (!delayed.containsKey(nbmaAddress)) {
            int millis = tunnel.router().random().nextInt(DELAYS_MILLIS);
            tunnel.decide("IPsec socket delayed", protocolAddress, nbmaAddress, "it is asked for after " + millis + " ms");
            delayed.put(nbmaAddress, tunnel.scheduler().after(millis * MILLISECOND, this::openNow, 0, nbmaAddress));
        }
    }

    private void openNow(int kind, Object payload) {
        IpAddress nbmaAddress = (IpAddress) payload;
        delayed.remove(nbmaAddress);
        if (cache.needs(nbmaAddress)) {
            tunnel.sockets().open(nbmaAddress);
        }
    }

    void stop() {
        delayed.values().forEach(tunnel.scheduler()::cancel);
        delayed.clear();
    }
}
