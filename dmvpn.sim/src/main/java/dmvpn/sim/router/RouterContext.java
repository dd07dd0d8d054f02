package dmvpn.sim.router;

import dmvpn.network.device.Device;
import dmvpn.network.origin.Origin;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.routing.RoutingTable;
import dmvpn.sim.trace.TraceEvent;
import dmvpn.sim.trace.TraceRecorder;
import java.util.Collection;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What a protocol may use of the router that it runs on. */
public interface RouterContext {

    /** Configuration of the router. */
    Device device();

    /** Index of the router in the trace. */
    int node();

    /** Clock and timers. */
    Scheduler scheduler();

    /** Seeded randomness of this router, independent of other routers. */
    RandomGenerator random();

    /** The run's recorder. */
    TraceRecorder trace();

    /** Records an event of this router. */
    default void record(TraceEvent event, Origin origin) {
        trace().record(node(), event, origin);
    }

    /** Sending and receiving IP packets. */
    IpStack ip();

    /** All interfaces, physical before tunnels, in configuration order. */
    Collection<? extends RouterInterface> interfaces();

    /** The interface of that name. */
    Optional<RouterInterface> interfaceNamed(String name);

    /**
     * The routing table of a VRF.
     *
     * @param vrf name, or empty for the global table
     */
    RoutingTable routes(Optional<String> vrf);
}
