package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.tunnel.NextHopServer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who gets a copy of a multicast packet: servers configured for it, and registered clients. */
final class MulticastTargets {

    private final NhrpTunnel tunnel;
    private final Set<IpAddress> configured = new LinkedHashSet<>();
    private final Set<IpAddress> dynamic = new LinkedHashSet<>();

    MulticastTargets(NhrpTunnel tunnel) {
        this.tunnel = tunnel;
        Optional<IpAddress> fixed = tunnel.fixedFarEnd();
        if (fixed.isPresent()) {
            // A point-to-point tunnel has one neighbour, whatever its maps say.
            configured.add(fixed.get());
            return;
        }
        for (NextHopServer server : tunnel.configuration().nextHopServers()) {
            if (server.multicast()) {
                configured.add(server.nbmaAddress());
            }
        }
        tunnel.configuration().options().multicastTargets().forEach(target -> configured.add(target.nbmaAddress()));
    }

    /**
     * Maps multicast to a client as {@code ip nhrp map multicast dynamic} does.
     *
     * @return true when the client was not mapped before
     */
    boolean addDynamic(IpAddress nbmaAddress) {
        return !configured.contains(nbmaAddress) && dynamic.add(nbmaAddress);
    }

    void removeDynamic(IpAddress nbmaAddress) {
        dynamic.remove(nbmaAddress);
    }

    /** Forgets all clients: {@code no ip nhrp map multicast dynamic}. */
    void removeAllDynamic() {
        dynamic.clear();
    }

    /** Those that can be reached now, configured before dynamic, each in the order of addition. */
    List<IpAddress> reachable() {
        List<IpAddress> targets = new ArrayList<>(configured.size() + dynamic.size());
        for (IpAddress target : configured) {
            if (tunnel.isUsable(target)) {
                targets.add(target);
            }
        }
        for (IpAddress target : dynamic) {
            if (tunnel.isUsable(target)) {
                targets.add(target);
            }
        }
        return targets;
    }
}
