package dmvpn.network.forwarding;

import dmvpn.network.origin.Origin;

/**
 * Packets to the Internet leave through an uplink, translated to its address (RFC 3022): a default route out of the uplink
 * beside those of the tunnels, and port address translation for the router's local networks. The uplink may be in
 * another VRF than the local networks.
 *
 * @param interfaceName uplink of the device
 * @param origin where it was written
 */
public record InternetExit(String interfaceName, Origin origin) {
}
