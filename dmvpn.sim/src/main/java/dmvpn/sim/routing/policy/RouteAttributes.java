package dmvpn.sim.routing.policy;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.routing.RouteSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a policy sees of a route and may change. A protocol fills in what it has and takes out what it knows.
 *
 * @param prefix destination
 * @param source protocol that the route comes from; empty when the policy is on routes of the process's own neighbours
 * @param metric metric: MED in BGP, cost elsewhere; empty for none
 * @param tag tag; empty for none
 * @param nextHop next hop; empty for none
 * @param communities communities in ascending order
 * @param asPath autonomous systems that it came through
 * @param localPreference local preference; empty for the default
 * @param weight weight of IOS, only known to this router; empty for the default
 * @param externalType type of OSPF external routes, 1 or 2; empty for the default
 */
public record RouteAttributes(
        IpPrefix prefix,
        Optional<RouteSource> source,
        OptionalLong metric,
        OptionalLong tag,
        Optional<IpAddress> nextHop,
        List<Community> communities,
        AsPath asPath,
        OptionalLong localPreference,
        OptionalInt weight,
        OptionalInt externalType) {

    /** Sorts the communities, as they are a set. */
    public RouteAttributes {
        communities = communities.stream().distinct().sorted().toList();
    }

    /** A route of a protocol without the attributes of BGP. */
    public static RouteAttributes of(IpPrefix prefix, RouteSource source, OptionalLong metric, OptionalLong tag,
            Optional<IpAddress> nextHop) {
        return new RouteAttributes(prefix, Optional.of(source), metric, tag, nextHop, List.of(), AsPath.EMPTY, OptionalLong.empty(),
                OptionalInt.empty(), OptionalInt.empty());
    }

    /** The same route with another metric. */
    public RouteAttributes withMetric(OptionalLong other) {
        return new RouteAttributes(prefix, source, other, tag, nextHop, communities, asPath, localPreference, weight, externalType);
    }

    /** The same route with another tag. */
    public RouteAttributes withTag(OptionalLong other) {
        return new RouteAttributes(prefix, source, metric, other, nextHop, communities, asPath, localPreference, weight, externalType);
    }

    /** The same route by another next hop. */
    public RouteAttributes withNextHop(Optional<IpAddress> other) {
        return new RouteAttributes(prefix, source, metric, tag, other, communities, asPath, localPreference, weight, externalType);
    }

    /** The same route with other communities. */
    public RouteAttributes withCommunities(List<Community> other) {
        return new RouteAttributes(prefix, source, metric, tag, nextHop, other, asPath, localPreference, weight, externalType);
    }

    /** The same route with another path. */
    public RouteAttributes withAsPath(AsPath other) {
        return new RouteAttributes(prefix, source, metric, tag, nextHop, communities, other, localPreference, weight, externalType);
    }

    /** The same route with another local preference. */
    public RouteAttributes withLocalPreference(OptionalLong other) {
        return new RouteAttributes(prefix, source, metric, tag, nextHop, communities, asPath, other, weight, externalType);
    }

    /** The same route with another type. */
    public RouteAttributes withExternalType(OptionalInt other) {
        return new RouteAttributes(prefix, source, metric, tag, nextHop, communities, asPath, localPreference, weight, other);
    }
}
