package dmvpn.sim.ospf.spf;

import dmvpn.network.address.Ipv4Address;
import java.util.List;

/**
 * A way to a router.
 *
 * @param router its router ID
 * @param area number of the area that the way is in
 * @param interArea true when a border router told of it
 * @param cost cost
 * @param border true for a border router of areas
 * @param boundary true for a router that tells external routes
 * @param nextHops first steps, in order
 */
public record RouterPath(Ipv4Address router, long area, boolean interArea, long cost, boolean border, boolean boundary,
        List<NextHop> nextHops) {
}
