package dmvpn.sim.ospf.spf;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import java.util.List;
import java.util.Map;

/**
 * The shortest paths inside an area.
 *
 * @param routers routers by their id, without the root
 * @param networks networks and hosts
 */
public record AreaPaths(Map<Ipv4Address, RouterPath> routers, Map<IpPrefix, NetworkPath> networks) {

    /**
     * A way to a network.
     *
     * @param cost cost
     * @param nextHops first steps, in order; those without an address stand for a network that is directly attached
     */
    public record NetworkPath(long cost, List<NextHop> nextHops) {
    }
}
