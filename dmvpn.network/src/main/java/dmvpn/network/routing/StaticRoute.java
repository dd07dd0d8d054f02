package dmvpn.network.routing;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A static route. At least one of next hop and interface is present; neither means a discard route.
 *
 * @param vrf VRF of the route, empty for the global table
 * @param destination destination prefix
 * @param nextHop next hop address
 * @param interfaceName egress interface
 * @param distance administrative distance, 1 by default
 * @param tag number that redistribution can match, from 1 to 4294967295; empty for none
 * @param origin where it was written
 */
public record StaticRoute(
        Optional<String> vrf,
        IpPrefix destination,
        Optional<IpAddress> nextHop,
        Optional<String> interfaceName,
        int distance,
        OptionalLong tag,
        Origin origin) {

    /** A route without a tag. */
    public StaticRoute(Optional<String> vrf, IpPrefix destination, Optional<IpAddress> nextHop,
            Optional<String> interfaceName, int distance, Origin origin) {
        this(vrf, destination, nextHop, interfaceName, distance, OptionalLong.empty(), origin);
    }
}
