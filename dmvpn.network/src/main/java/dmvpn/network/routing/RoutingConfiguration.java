package dmvpn.network.routing;

import dmvpn.network.origin.Origin;
import java.util.List;

/**
 * Routing of a device.
 *
 * @param staticRoutes static routes in configuration order
 * @param eigrp EIGRP processes in configuration order
 * @param origin where the device was written that has them
 */
public record RoutingConfiguration(List<StaticRoute> staticRoutes, List<EigrpProcess> eigrp, Origin origin) {

    /** Connected routes only. */
    public static final RoutingConfiguration NONE = new RoutingConfiguration(List.of(), List.of(), Origin.NONE);

    /** Keeps immutable copies of the lists. */
    public RoutingConfiguration {
        staticRoutes = List.copyOf(staticRoutes);
        eigrp = List.copyOf(eigrp);
    }
}
