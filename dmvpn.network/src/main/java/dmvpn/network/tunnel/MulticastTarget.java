package dmvpn.network.tunnel;

import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;

/**
 * {@code ip nhrp map multicast}: a router that gets a copy of each multicast packet.
 *
 * @param nbmaAddress its underlay address
 * @param origin where it was written
 */
public record MulticastTarget(IpAddress nbmaAddress, Origin origin) {
}
