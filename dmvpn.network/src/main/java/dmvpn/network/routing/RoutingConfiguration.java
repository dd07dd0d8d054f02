package dmvpn.network.routing;

import java.util.List;

/**
 * Routing of a device.
 *
 * @param staticRoutes static routes in configuration order
 * @param eigrp EIGRP processes in configuration order
 */
public record RoutingConfiguration(List<StaticRoute> staticRoutes, List<EigrpProcess> eigrp) {

    /** Connected routes only. */
    public static final RoutingConfiguration NONE = new RoutingConfiguration(List.of(), List.of());

    /** Keeps immutable copies of the lists. */
    public RoutingConfiguration {
        staticRoutes = List.copyOf(staticRoutes);
        eigrp = List.copyOf(eigrp);
    }
}
