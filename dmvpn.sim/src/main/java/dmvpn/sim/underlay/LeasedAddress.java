package dmvpn.sim.underlay;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;

/**
 * What a DHCP server gave.
 *
 * @param address address and length
 * @param gateway next hop of the default route (router option, RFC 2132 section 3.5)
 */
public record LeasedAddress(InterfaceAddress address, IpAddress gateway) {
}
