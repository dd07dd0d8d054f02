package dmvpn.sim.bgp.message;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.routing.policy.AsPath;
import dmvpn.sim.routing.policy.Community;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is said about a route, or about several alike (RFC 4271 section 5).
 *
 * @param origin where the route came into BGP from
 * @param asPath autonomous systems that it came through
 * @param nextHop next hop; that of IPv6 is carried with its routes (RFC 4760 section 3)
 * @param linkLocalNextHop link-local address of the next hop, for neighbours on its link (RFC 2545 section 3); empty for IPv4
 * @param multiExitDiscriminator MED: which of several links between two systems is preferred, the lower the better
 * @param localPreference preference inside an autonomous system, the higher the better
 * @param atomicAggregate true when the route stands for more specific ones that are not announced
 * @param aggregator who made it from those
 * @param communities communities in ascending order (RFC 1997)
 * @param originatorId router that brought a reflected route into the autonomous system (RFC 4456 section 8)
 * @param clusterList clusters that a reflected route came through, the latest first (RFC 4456 section 8)
 * @param unknown attributes that are passed on as they are
 */
public record PathAttributes(
        RouteOrigin origin,
        AsPath asPath,
        IpAddress nextHop,
        Optional<IpAddress> linkLocalNextHop,
        OptionalLong multiExitDiscriminator,
        OptionalLong localPreference,
        boolean atomicAggregate,
        Optional<Aggregator> aggregator,
        List<Community> communities,
        Optional<Ipv4Address> originatorId,
        List<Ipv4Address> clusterList,
        List<UnknownAttribute> unknown) {

    /**
     * An attribute that this speaker does not know.
     *
     * @param flags its flags
     * @param type its type
     * @param value its value
     */
    public record UnknownAttribute(int flags, int type, Octets value) {

        /** Bit of attributes that who does not know them passes on. */
        public static final int TRANSITIVE = 0x40;
        /** Bit of attributes that somebody passed on without knowing them. */
        public static final int PARTIAL = 0x20;

        /** True when it is passed on. */
        public boolean isTransitive() {
            return (flags & TRANSITIVE) != 0;
        }

        /** As it is passed on: somebody did not know it. */
        public UnknownAttribute partial() {
            return new UnknownAttribute(flags | PARTIAL, type, value);
        }
    }

    /** Keeps immutable copies of the lists; communities are a set. */
    public PathAttributes {
        communities = communities.stream().distinct().sorted().toList();
        clusterList = List.copyOf(clusterList);
        unknown = List.copyOf(unknown);
    }

    /** A route of the own autonomous system with nothing beyond what is mandatory. */
    public static PathAttributes of(RouteOrigin origin, AsPath asPath, IpAddress nextHop) {
        return new PathAttributes(origin, asPath, nextHop, Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), false,
                Optional.empty(), List.of(), Optional.empty(), List.of(), List.of());
    }

    /** The same with another path. */
    public PathAttributes withAsPath(AsPath other) {
        return new PathAttributes(origin, other, nextHop, linkLocalNextHop, multiExitDiscriminator, localPreference, atomicAggregate, aggregator,
                communities, originatorId, clusterList, unknown);
    }

    /** The same by another next hop, whose link-local address nobody says. */
    public PathAttributes withNextHop(IpAddress other) {
        return withNextHop(other, Optional.empty());
    }

    /** The same by another next hop. */
    public PathAttributes withNextHop(IpAddress other, Optional<IpAddress> otherLinkLocal) {
        return new PathAttributes(origin, asPath, other, otherLinkLocal, multiExitDiscriminator, localPreference, atomicAggregate, aggregator,
                communities, originatorId, clusterList, unknown);
    }

    /** The same with another MED. */
    public PathAttributes withMultiExitDiscriminator(OptionalLong other) {
        return new PathAttributes(origin, asPath, nextHop, linkLocalNextHop, other, localPreference, atomicAggregate, aggregator, communities,
                originatorId, clusterList, unknown);
    }

    /** The same with another local preference. */
    public PathAttributes withLocalPreference(OptionalLong other) {
        return new PathAttributes(origin, asPath, nextHop, linkLocalNextHop, multiExitDiscriminator, other, atomicAggregate, aggregator,
                communities, originatorId, clusterList, unknown);
    }

    /** The same with other communities. */
    public PathAttributes withCommunities(List<Community> other) {
        return new PathAttributes(origin, asPath, nextHop, linkLocalNextHop, multiExitDiscriminator, localPreference, atomicAggregate, aggregator,
                other, originatorId, clusterList, unknown);
    }

    /** The same as an aggregate. */
    public PathAttributes withAggregator(boolean atomic, Optional<Aggregator> other) {
        return new PathAttributes(origin, asPath, nextHop, linkLocalNextHop, multiExitDiscriminator, localPreference, atomic, other, communities,
                originatorId, clusterList, unknown);
    }

    /** The same as a reflected route, or as one that is none. */
    public PathAttributes withReflection(Optional<Ipv4Address> originator, List<Ipv4Address> clusters) {
        return new PathAttributes(origin, asPath, nextHop, linkLocalNextHop, multiExitDiscriminator, localPreference, atomicAggregate, aggregator,
                communities, originator, clusters, unknown);
    }

    /** The same with other attributes that nobody knows here. */
    public PathAttributes withUnknown(List<UnknownAttribute> other) {
        return new PathAttributes(origin, asPath, nextHop, linkLocalNextHop, multiExitDiscriminator, localPreference, atomicAggregate, aggregator,
                communities, originatorId, clusterList, other);
    }
}
