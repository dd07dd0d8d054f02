package dmvpn.network.device;

import dmvpn.network.origin.Origin;

/**
 * A routing table of its own on a device.
 *
 * @param name name as configured
 * @param origin where it was written
 */
public record Vrf(String name, Origin origin) {
}
