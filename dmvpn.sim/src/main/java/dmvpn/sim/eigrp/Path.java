package dmvpn.sim.eigrp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.eigrp.message.EigrpTlv;
import dmvpn.sim.eigrp.message.ExteriorSection;
import dmvpn.sim.eigrp.message.MetricWeights;
import dmvpn.sim.eigrp.message.VectorMetric;
import java.util.Objects;
import java.util.Optional;

/**
 * One way to a destination.
 *
 * @param kind where it comes from
 * @param neighbor who told it; null for what the router has itself
 * @param port interface that leads there; null for a summary and for a route of another owner
 * @param nextHop next hop; null for what the router has itself
 * @param reportedDistance distance as the neighbour has it, 0 for what the router has itself
 * @param reported route as the neighbour told it, null for what the router has itself
 * @param metric vector metric from here
 * @param distance composite metric from here
 * @param exterior where an external route comes from; empty for one from inside
 * @param internalTag tag of a route from inside, 0 to 255, 0 for none
 */
record Path(Kind kind, EigrpNeighbor neighbor, EigrpPort port, IpAddress nextHop, long reportedDistance, EigrpTlv.Route reported,
        VectorMetric metric, long distance, Optional<ExteriorSection> exterior, int internalTag) {

    /** Where a path comes from. */
    enum Kind {
        /** Network of an own interface. */
        CONNECTED,
        /** Own summary: leads to Null0. */
        SUMMARY,
        /** Route of another owner, which leads there without EIGRP. */
        REDISTRIBUTED,
        /** From a neighbour. */
        LEARNED
    }

    static Path connected(EigrpPort port, VectorMetric metric) {
        return new Path(Kind.CONNECTED, null, port, null, 0, null, metric, port.weights().composite(metric), Optional.empty(), 0);
    }

    static Path summary(VectorMetric metric, MetricWeights weights) {
        return new Path(Kind.SUMMARY, null, null, null, 0, null, metric, weights.composite(metric), Optional.empty(), 0);
    }

    static Path redistributed(VectorMetric metric, MetricWeights weights, ExteriorSection exterior) {
        return new Path(Kind.REDISTRIBUTED, null, null, null, 0, null, metric, weights.composite(metric), Optional.of(exterior), 0);
    }

    static Path learned(EigrpNeighbor neighbor, IpAddress nextHop, EigrpTlv.Route route) {
        MetricWeights weights = neighbor.port().weights();
        VectorMetric metric = neighbor.port().metricThrough(route.metric());
        return new Path(Kind.LEARNED, neighbor, neighbor.port(), nextHop, weights.composite(route.metric()), route, metric,
                weights.composite(metric), route.exterior(), route.exterior().isPresent() ? 0 : (int) route.tag());
    }

    /** The same way of a neighbour, with the metric that its interface has now. */
    Path measuredAnew() {
        return learned(neighbor, nextHop, reported);
    }

    boolean isExternal() {
        return exterior.isPresent();
    }

    /**
     * Paths of a lower class are used before those of a higher one, whatever their metrics: those inside the autonomous system,
     * those that another owner leads out of it, those that neighbours tell of outside (administrative distances of
     * Cisco IOS).
     */
    int preference() {
        if (!isExternal()) {
            return 0;
        }
        return kind == Kind.REDISTRIBUTED ? 1 : 2;
    }

    /** Tag, 0 for none. */
    long tag() {
        return exterior.map(ExteriorSection::tag).orElse((long) internalTag);
    }

    boolean isReachable() {
        return !metric.isUnreachable();
    }

    /** True when nobody who is told one of the two would notice a difference. */
    boolean saysTheSameAs(Path other) {
        return kind == other.kind && port == other.port && metric.equals(other.metric) && Objects.equals(nextHop, other.nextHop)
                && exterior.equals(other.exterior) && internalTag == other.internalTag;
    }
}
