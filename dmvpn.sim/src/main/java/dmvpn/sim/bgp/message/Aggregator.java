package dmvpn.sim.bgp.message;

import dmvpn.network.address.Ipv4Address;

/**
 * Who put routes together to one (RFC 4271 section 5.1.7).
 *
 * @param autonomousSystem its autonomous system
 * @param routerId its identifier
 */
public record Aggregator(long autonomousSystem, Ipv4Address routerId) {
}
