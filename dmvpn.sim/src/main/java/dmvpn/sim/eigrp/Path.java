package dmvpn.sim.eigrp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.eigrp.message.ClassicMetric;
import java.util.Objects;

/**
 * One way to a destination.
 *
 * @param kind where it comes from
 * @param neighbor who told it; null for own networks
 * @param port interface that leads there; null for a summary
 * @param nextHop next hop; null for own networks
 * @param reportedDistance distance as the neighbour has it, 0 for own networks
 * @param reported vector metric as the neighbour has it, null for own networks
 * @param metric vector metric from here
 */
record Path(Kind kind, EigrpNeighbor neighbor, EigrpPort port, IpAddress nextHop, long reportedDistance,
        ClassicMetric reported, ClassicMetric metric) {

    /** Where a path comes from. */
    enum Kind {
        /** Network of an own interface. */
        CONNECTED,
        /** Own summary: leads to Null0. */
        SUMMARY,
        /** From a neighbour. */
        LEARNED
    }

    static Path connected(EigrpPort port, ClassicMetric metric) {
        return new Path(Kind.CONNECTED, null, port, null, 0, null, metric);
    }

    static Path summary(ClassicMetric metric) {
        return new Path(Kind.SUMMARY, null, null, null, 0, null, metric);
    }

    static Path learned(EigrpNeighbor neighbor, IpAddress nextHop, ClassicMetric reported) {
        return new Path(Kind.LEARNED, neighbor, neighbor.port(), nextHop, reported.composite(),
                reported, neighbor.port().metricThrough(reported));
    }

    /** The same way of a neighbour, with the metric that its interface has now. */
    Path measuredAnew() {
        return learned(neighbor, nextHop, reported);
    }

    /** Composite metric from here. */
    long distance() {
        return metric.composite();
    }

    boolean isReachable() {
        return !metric.isUnreachable();
    }

    /** True when nobody who is told one of the two would notice a difference. */
    boolean saysTheSameAs(Path other) {
        return kind == other.kind && port == other.port && metric.equals(other.metric)
                && Objects.equals(nextHop, other.nextHop);
    }
}
