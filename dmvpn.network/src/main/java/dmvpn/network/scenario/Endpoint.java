package dmvpn.network.scenario;

import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;

/**
 * Where a scenario sends from or to.
 *
 * @param text how the model says it, such as {@code Branch[1].lan}
 * @param device name of the router that the address is at or behind
 * @param address address that sends or receives
 * @param origin where it was written
 */
public record Endpoint(String text, String device, IpAddress address, Origin origin) {
}
