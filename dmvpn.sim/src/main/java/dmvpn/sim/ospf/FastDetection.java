package dmvpn.sim.ospf;

import dmvpn.sim.router.NeighborDetection;
import dmvpn.sim.router.NeighborDetection.WatchedNeighbor;
import java.util.List;
import java.util.Map;

/** Lets neighbours that are known both ways be watched on interfaces with {@code ip ospf bfd}, and takes down who is lost. */
final class FastDetection implements NeighborDetection.Client {

    private final NeighborDetection detection;
    private final Map<String, OspfPort> ports;
    private final Neighbors neighbors;

    FastDetection(NeighborDetection detection, Map<String, OspfPort> ports, Neighbors neighbors) {
        this.detection = detection;
        this.ports = ports;
        this.neighbors = neighbors;
    }

    /** The state of a neighbour changed. */
    void changed(OspfNeighbor neighbor, NeighborState before) {
        boolean was = before.isAtLeast(NeighborState.TWO_WAY);
        boolean is = neighbor.state().isAtLeast(NeighborState.TWO_WAY);
        if (was == is || !neighbor.port().settings().fastDetection()) {
            return;
        }
        WatchedNeighbor watched = new WatchedNeighbor(neighbor.port().name(), neighbor.address());
        if (is) {
            detection.watch(watched, this);
        } else {
            detection.forget(watched, this);
        }
    }

    @Override
    public String name() {
        return "OSPF";
    }

    /** The reason is the one that IOS prints. */
    @Override
    public void lost(WatchedNeighbor neighbor, String reason) {
        List.copyOf(ports.get(neighbor.interfaceName()).neighbors().values()).stream()
                .filter(known -> known.address().equals(neighbor.address()))
                .forEach(known -> neighbors.down(known, "BFD node down"));
    }
}
