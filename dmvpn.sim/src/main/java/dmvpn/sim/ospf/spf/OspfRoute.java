package dmvpn.sim.ospf.spf;

import dmvpn.network.address.IpPrefix;
import java.util.List;
import java.util.OptionalLong;

/**
 * A destination of OSPF's routing table.
 *
 * @param prefix destination
 * @param type kind of its paths
 * @param cost cost of the paths inside the autonomous system, for type 1 with the metric outside
 * @param type2Metric metric outside of type 2, 0 for other types
 * @param area number of the area that the paths are in; empty for external ones
 * @param tag tag of external routes
 * @param nextHops first steps, in order; the network is directly attached where they have no address, and discarded where
 *         there are none
 */
public record OspfRoute(IpPrefix prefix, PathType type, long cost, long type2Metric, OptionalLong area, long tag,
        List<NextHop> nextHops) {

    /** Keeps an immutable copy of the list. */
    public OspfRoute {
        nextHops = List.copyOf(nextHops);
    }

    /** The metric that the router shows. */
    public long metric() {
        return type.isType2() ? type2Metric : cost;
    }

    /** Compares what decides between paths, the next hops apart. */
    int compareTo(OspfRoute other) {
        int byRank = Integer.compare(type.rank(), other.type.rank());
        int byMetric = byRank != 0 ? byRank : Long.compare(type2Metric, other.type2Metric);
        return byMetric != 0 ? byMetric : Long.compare(cost, other.cost);
    }
}
