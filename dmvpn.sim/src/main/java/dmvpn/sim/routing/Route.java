package dmvpn.sim.routing;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A candidate of the routing table.
 *
 * @param prefix destination
 * @param source owner
 * @param process number of the owner's process, where a table may have routes of several; 0 otherwise
 * @param distance administrative distance, 0 to 255
 * @param metric metric of the owner; smaller is better
 * @param nextHop next hop; empty when directly connected or a discard route
 * @param interfaceName egress interface; {@code Null0} discards, empty means by the next hop
 * @param tag number that policies can match, 0 to 4294967295; empty for none
 * @param installedAtNanos when it came into the table
 * @param origin the element that configured it
 */
public record Route(
        IpPrefix prefix,
        RouteSource source,
        long process,
        int distance,
        long metric,
        Optional<IpAddress> nextHop,
        Optional<String> interfaceName,
        OptionalLong tag,
        long installedAtNanos,
        Origin origin) {

    /** Interface name of a discard route. */
    public static final String NULL_INTERFACE = "Null0";
    /** A RIP route of infinite metric is held down (RFC 2453 section 3.6). */
    private static final int RIP_INFINITY = 16;
    /** A route of on-demand routing counts one hop, unless it is held down. */
    private static final int ODR_METRIC = 1;

    /** A route of an owner that has one process in a table. */
    public Route(IpPrefix prefix, RouteSource source, int distance, long metric, Optional<IpAddress> nextHop,
            Optional<String> interfaceName, OptionalLong tag, long installedAtNanos, Origin origin) {
        this(prefix, source, 0, distance, metric, nextHop, interfaceName, tag, installedAtNanos, origin);
    }

    /** A route without a tag. */
    public Route(IpPrefix prefix, RouteSource source, int distance, long metric, Optional<IpAddress> nextHop,
            Optional<String> interfaceName, long installedAtNanos, Origin origin) {
        this(prefix, source, distance, metric, nextHop, interfaceName, OptionalLong.empty(), installedAtNanos, origin);
    }

    /** True when its owner has lost the destination and holds it down: packets still take the route, and nobody else is told of it. */
    public boolean isHeldDown() {
        return source == RouteSource.RIP && metric >= RIP_INFINITY || source == RouteSource.ODR && metric > ODR_METRIC;
    }
}
