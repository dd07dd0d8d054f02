package dmvpn.sim.ospf.spf;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The outcome of a calculation.
 *
 * @param networks networks by prefix, in the order of prefixes
 * @param routers ways to border and boundary routers, by router ID
 * @param activeRanges ranges of areas that have a network inside, by the area's number: cost of the nearest one
 */
public record CalculatedRoutes(Map<IpPrefix, OspfRoute> networks, Map<Ipv4Address, List<RouterPath>> routers,
        Map<Long, Map<IpPrefix, Long>> activeRanges) {

    /** Nothing. */
    public static final CalculatedRoutes NONE = new CalculatedRoutes(Map.of(), Map.of(), Map.of());

    /** Ways to a router. */
    public Collection<RouterPath> waysTo(Ipv4Address router) {
        return routers.getOrDefault(router, List.of());
    }
}
