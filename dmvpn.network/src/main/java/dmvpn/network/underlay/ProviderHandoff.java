package dmvpn.network.underlay;

import dmvpn.network.origin.Origin;
import java.util.Optional;

/**
 * The provider runs a router at the site that hands the routes of the other sites over. With OSPF they arrive as external
 * routes, since what OSPF knew of them was lost on the way (I. Pepelnjak, ipSpace.net, 2011: Sometimes you need to step
 * back).
 *
 * @param protocol protocol between that router and the customer's
 * @param externalType 1 or 2: the OSPF metric type of the routes (RFC 2328 section 2.3); empty with other protocols
 * @param origin where it was written
 */
public record ProviderHandoff(EdgeProtocol protocol, Optional<Integer> externalType, Origin origin) {
}
