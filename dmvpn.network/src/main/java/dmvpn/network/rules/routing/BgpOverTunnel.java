package dmvpn.network.rules.routing;

import dmvpn.network.routing.BgpListenRange;
import dmvpn.network.routing.BgpNeighbor;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.rules.membership.Member;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * BGP with neighbours in the tunnel's subnet.
 *
 * @param process BGP in the tunnel's table
 * @param neighbors neighbours with an address in the subnet
 * @param ranges ranges of the subnet that neighbours may come from
 */
public record BgpOverTunnel(BgpProcess process, List<BgpNeighbor> neighbors, List<BgpListenRange> ranges) {

    /** Empty when the router has no such neighbour. */
    public static Optional<BgpOverTunnel> of(Member member) {
        return member.derived(BgpOverTunnel.class, () -> member.device().routing().bgp().stream()
                .filter(process -> process.vrf().equals(member.tunnel().vrf()))
                .map(process -> new BgpOverTunnel(process,
                        process.neighbors().stream().filter(peer -> member.tunnel().address().prefix().contains(peer.address())).toList(),
                        process.listenRanges().stream().filter(range -> range.range().overlaps(member.tunnel().address().prefix()))
                                .toList()))
                .filter(bgp -> !bgp.neighbors.isEmpty() || !bgp.ranges.isEmpty())
                .findFirst());
    }

    /** What is said about the neighbours, one by one or in groups. */
    public Stream<BgpPeering> peerings() {
        return Stream.concat(neighbors.stream().map(BgpNeighbor::peering), ranges.stream().map(BgpListenRange::peering));
    }

    /** What is said about one router in the subnet. */
    public Optional<BgpPeering> peeringWith(Member other) {
        return neighbors.stream().filter(peer -> peer.address().equals(other.protocolAddress())).map(BgpNeighbor::peering).findFirst()
                .or(() -> ranges.stream().filter(range -> range.range().contains(other.protocolAddress()))
                        .map(BgpListenRange::peering).findFirst());
    }

    /** True when a neighbour is in the router's own autonomous system. */
    public boolean isInner(BgpPeering peering) {
        return peering.remoteAutonomousSystems().contains(process.autonomousSystem());
    }
}
