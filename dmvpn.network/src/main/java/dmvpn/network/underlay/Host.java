package dmvpn.network.underlay;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.origin.Origin;

/**
 * A host in the local network of a site, with the router as its gateway. Scenarios send from it and to it.
 *
 * @param name name, unique in the network
 * @param device name of the device that is its gateway
 * @param interfaceName LAN interface of that device
 * @param address address and length
 * @param origin where its network was written
 */
public record Host(String name, String device, String interfaceName, InterfaceAddress address, Origin origin) {
}
