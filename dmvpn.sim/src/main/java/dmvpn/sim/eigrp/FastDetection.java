package dmvpn.sim.eigrp;

import dmvpn.network.routing.RouteSource;
import dmvpn.sim.router.NeighborDetection;
import dmvpn.sim.router.NeighborDetection.WatchedNeighbor;
import java.util.Map;

/**
 * Lets neighbours be watched on interfaces that have {@code bfd interface} in the process, and takes down who is lost. A process for
 * IPv6 watches nobody: nothing is exported for it.
 */
final class FastDetection implements NeighborDetection.Client {

    private final EigrpContext context;
    private final NeighborDetection detection;
    private final Map<String, EigrpPort> ports;
    private final Neighbors neighbors;

    FastDetection(EigrpContext context, NeighborDetection detection, Map<String, EigrpPort> ports, Neighbors neighbors) {
        this.context = context;
        this.detection = detection;
        this.ports = ports;
        this.neighbors = neighbors;
    }

    void up(EigrpNeighbor neighbor) {
        if (context.family() == EigrpFamily.IPV4 && context.router().device().routing().forwardingDetectionOn(neighbor.port().name())
                .filter(configured -> configured.clients().contains(RouteSource.EIGRP)).isPresent()) {
            detection.watch(watched(neighbor), this);
        }
    }

    void down(EigrpNeighbor neighbor) {
        detection.forget(watched(neighbor), this);
    }

    private static WatchedNeighbor watched(EigrpNeighbor neighbor) {
        return new WatchedNeighbor(neighbor.port().name(), neighbor.address());
    }

    @Override
    public String name() {
        return "EIGRP";
    }

    @Override
    public void lost(WatchedNeighbor neighbor, String reason) {
        EigrpNeighbor known = ports.get(neighbor.interfaceName()).neighbors().get(neighbor.address());
        if (known != null) {
            neighbors.down(known, "BFD: " + reason);
        }
    }
}
