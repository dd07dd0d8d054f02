package dmvpn.sim.routing;

import dmvpn.network.address.IpPrefix;
import dmvpn.sim.routing.RoutingTable.RoutingTableListener;
import dmvpn.sim.trace.TraceRecorder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Records changes of best routes. Those of interfaces are left out: the interface's own event says it all.
 */
public final class RouteRecorder implements RoutingTableListener {

    private final int node;
    private final String vrf;
    private final TraceRecorder trace;
    /** What was recorded last for a prefix, so that a withdrawal can say what went. */
    private final Map<IpPrefix, Route> recorded = new HashMap<>();

    /**
     * @param node index of the router in the trace
     * @param vrf VRF of the table, empty for the global one
     */
    public RouteRecorder(int node, Optional<String> vrf, TraceRecorder trace) {
        this.node = node;
        this.vrf = vrf.orElse(null);
        this.trace = trace;
    }

    @Override
    public void changed(IpPrefix prefix, Optional<Route> best) {
        if (!trace.isRecording()) {
            return;
        }
        Route before = recorded.remove(prefix);
        if (best.filter(RouteRecorder::isWorthRecording).isPresent()) {
            recorded.put(prefix, best.get());
            trace.record(node, new RouteEvent(vrf, best.get(), true, before == null ? "" : "replaces another route"),
                    best.get().origin());
        } else if (before != null) {
            trace.record(node, new RouteEvent(vrf, before, false,
                    best.isPresent() ? "a connected route is better" : "no candidate is left"), before.origin());
        }
    }

    private static boolean isWorthRecording(Route route) {
        return route.source() != RouteSource.CONNECTED && route.source() != RouteSource.LOCAL;
    }
}
