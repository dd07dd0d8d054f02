package dmvpn.network.routing;

import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import java.util.Optional;

/**
 * A configured BGP neighbour.
 *
 * @param address its address
 * @param device name of the router that has the address, empty when the network does not know it
 * @param peering what is said about it
 * @param origin where it was written
 */
public record BgpNeighbor(IpAddress address, Optional<String> device, BgpPeering peering, Origin origin) {
}
