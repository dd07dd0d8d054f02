package dmvpn.network.routing;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.origin.Origin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * BGP in one table (RFC 4271). A device has one autonomous system in all its tables.
 *
 * @param autonomousSystem 1 to 4294967295
 * @param vrf VRF, empty for the global table
 * @param routerId BGP identifier; empty for the one that the router chooses of its IPv4 addresses
 * @param networks prefixes that are announced when the router has a route for them
 * @param neighbors configured neighbours
 * @param listenRanges neighbours that are accepted
 * @param listenLimit how many of those there may be ({@code bgp listen limit}), 1 to
 *        {@value BgpListenRange#HIGHEST_LIMIT}; empty for the default of {@value BgpListenRange#DEFAULT_LIMIT}
 * @param aggregates summaries
 * @param options redistribution, policies and distances
 * @param origin where it was written
 */
public record BgpProcess(
        long autonomousSystem,
        Optional<String> vrf,
        Optional<Ipv4Address> routerId,
        List<IpPrefix> networks,
        List<BgpNeighbor> neighbors,
        List<BgpListenRange> listenRanges,
        OptionalInt listenLimit,
        List<BgpAggregate> aggregates,
        ProcessOptions options,
        Origin origin) {

    /** A process with what the platform chooses: its identifier, and how many neighbours may come by themselves. */
    public BgpProcess(long autonomousSystem, Optional<String> vrf, List<IpPrefix> networks, List<BgpNeighbor> neighbors,
            List<BgpListenRange> listenRanges, List<BgpAggregate> aggregates, ProcessOptions options, Origin origin) {
        this(autonomousSystem, vrf, Optional.empty(), networks, neighbors, listenRanges, OptionalInt.empty(), aggregates, options,
                origin);
    }

    /** Keeps immutable copies of the lists. */
    public BgpProcess {
        networks = List.copyOf(networks);
        neighbors = List.copyOf(neighbors);
        listenRanges = List.copyOf(listenRanges);
        aggregates = List.copyOf(aggregates);
    }

    /** What is said about all neighbours, one by one or in groups. */
    public Stream<BgpPeering> peerings() {
        return Stream.concat(neighbors.stream().map(BgpNeighbor::peering), listenRanges.stream().map(BgpListenRange::peering));
    }
}
