package dmvpn.network.tunnel;

import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;

/**
 * {@code ip nhrp map}: a mapping that does not come from registration or resolution.
 *
 * @param protocolAddress tunnel address
 * @param nbmaAddress underlay address of the router that has it
 * @param origin where it was written
 */
public record StaticMapping(IpAddress protocolAddress, IpAddress nbmaAddress, Origin origin) {
}
