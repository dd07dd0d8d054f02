package dmvpn.sim.invariant;

import java.util.HashMap;
import java.util.Map;

/** An EIGRP process has one neighbour of an address on an interface (RFC 7868 section 5.3). */
final class OneNeighborPerAddress implements Invariant.OfEvents {

    private record Neighbor(int node, String key) {
    }

    private final Map<Neighbor, Integer> up = new HashMap<>();

    @Override
    public String name() {
        return "one EIGRP neighbor per address and interface";
    }

    @Override
    public void event(Happening happening, Complaints complaints) {
        if (happening.isPowerOn()) {
            up.keySet().removeIf(neighbor -> neighbor.node() == happening.node());
        }
        boolean comes = happening.is("EIGRP", "neighbor up");
        if (!comes && !happening.is("EIGRP", "neighbor down")) {
            return;
        }
        Neighbor neighbor = new Neighbor(happening.node(), happening.key("neighbor", "interface"));
        int count = up.getOrDefault(neighbor, 0) + (comes ? 1 : -1);
        if (count <= 0) {
            // One that never came up may be given up.
            up.remove(neighbor);
            return;
        }
        up.put(neighbor, count);
        if (count > processes(happening)) {
            complaints.complain("a second neighbor came up for " + neighbor.key());
        }
    }

    /** Processes side by side may each have the same neighbour. */
    private static int processes(Happening happening) {
        return happening.network().device(happening.node()).map(device -> device.routing().eigrp().size()).orElse(0);
    }
}
