package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.sim.tunnel.FarEnd;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who gets a copy of a multicast packet: servers configured for it, and registered clients. */
final class MulticastTargets {

    private final NhrpTunnel tunnel;
    private final NextHopServers servers;
    private final Set<FarEnd> configured = new LinkedHashSet<>();
    private final Set<FarEnd> dynamic = new LinkedHashSet<>();

    MulticastTargets(NhrpTunnel tunnel, NextHopServers servers) {
        this.tunnel = tunnel;
        this.servers = servers;
        Optional<IpAddress> fixed = tunnel.fixedFarEnd();
        if (fixed.isPresent()) {
            // A point-to-point tunnel has one neighbour, whatever its maps say.
            configured.add(FarEnd.of(fixed.get()));
            return;
        }
        for (NextHopServer server : tunnel.configuration().nextHopServers()) {
            if (server.multicast()) {
                configured.add(FarEnd.of(server.nbmaAddress()));
            }
        }
        tunnel.configuration().options().multicastTargets().forEach(target -> configured.add(FarEnd.of(target.nbmaAddress())));
    }

    /**
     * Maps multicast to a client as {@code ip nhrp map multicast dynamic} does.
     *
     * @return true when the client was not mapped before
     */
    boolean addDynamic(FarEnd client) {
        return !configured.contains(client) && dynamic.add(client);
    }

    void removeDynamic(FarEnd client) {
        dynamic.remove(client);
    }

    /** Forgets all clients: {@code no ip nhrp map multicast dynamic}. */
    void removeAllDynamic() {
        dynamic.clear();
    }

    /** Those that can be reached now, configured before dynamic, each in the order of addition; no servers that wait. */
    List<FarEnd> reachable() {
        List<FarEnd> targets = new ArrayList<>(configured.size() + dynamic.size());
        for (FarEnd target : configured) {
            if (reachesConfigured(target)) {
                targets.add(target);
            }
        }
        for (FarEnd target : dynamic) {
            if (tunnel.isUsable(target)) {
                targets.add(target);
            }
        }
        return targets;
    }

    /** True for one of {@link #reachable}. */
    boolean reaches(FarEnd target) {
        return configured.contains(target) && reachesConfigured(target) || dynamic.contains(target) && tunnel.isUsable(target);
    }

    private boolean reachesConfigured(FarEnd target) {
        return tunnel.isUsable(target) && !servers.isWaiting(target.nbmaAddress());
    }
}
