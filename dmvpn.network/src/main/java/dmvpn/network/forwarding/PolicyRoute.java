package dmvpn.network.forwarding;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import java.util.Optional;

/**
 * Packets that match go to a next hop, whatever the routing table says.
 *
 * @param scope which packets it looks at
 * @param source prefix of the source address, empty for any
 * @param destination prefix of the destination address, empty for any
 * @param protocol protocol of the packet, empty for any
 * @param nextHop where they go
 * @param origin where it was written
 */
public record PolicyRoute(
        PolicyScope scope,
        Optional<IpPrefix> source,
        Optional<IpPrefix> destination,
        Optional<PacketProtocol> protocol,
        IpAddress nextHop,
        Origin origin) {
}
