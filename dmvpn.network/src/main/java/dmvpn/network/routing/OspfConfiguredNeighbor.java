package dmvpn.network.routing;

import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;

/**
 * A neighbour on a non-broadcast network, which multicast does not find (RFC 2328 sections 9.5.1 and C.6).
 *
 * @param interfaceName interface of the network
 * @param address its address there
 * @param priority its claim to be designated router, 0 for none to 255
 * @param origin where it was written
 */
public record OspfConfiguredNeighbor(String interfaceName, IpAddress address, int priority, Origin origin) {
}
