package dmvpn.network.routing;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;

/**
 * A summary that a BGP speaker announces when it has a route inside it.
 *
 * @param prefix the summary
 * @param summaryOnly true when what it covers is not announced beside it
 * @param origin where it was written
 */
public record BgpAggregate(IpPrefix prefix, boolean summaryOnly, Origin origin) {
}
