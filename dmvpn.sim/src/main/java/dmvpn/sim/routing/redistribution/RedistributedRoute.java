package dmvpn.sim.routing.redistribution;

import dmvpn.network.routing.Redistribution;
import dmvpn.sim.routing.Route;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A route of another owner that is to be announced.
 *
 * @param route the route that the router uses
 * @param by what asks for it
 * @param metric metric that a policy gives it, empty for that of the configuration
 * @param tag tag that a policy gives it, empty for that of the configuration, or of the route
 * @param externalType type of OSPF external routes that a policy gives it, empty for that of the configuration
 */
public record RedistributedRoute(Route route, Redistribution by, OptionalLong metric, OptionalLong tag,
        OptionalInt externalType) {

    /** A route as it is. */
    public static RedistributedRoute of(Route route, Redistribution by) {
        return new RedistributedRoute(route, by, OptionalLong.empty(), OptionalLong.empty(), OptionalInt.empty());
    }
}
