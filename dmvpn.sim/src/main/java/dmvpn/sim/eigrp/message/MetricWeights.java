package dmvpn.sim.eigrp.message;

import dmvpn.sim.packet.UnsignedField;
import java.util.List;

/**
 * K values: how much each part of a metric counts (RFC 7868 section 5.6.1). Neighbours must have the same.
 *
 * @param k1 weight of bandwidth
 * @param k2 weight of bandwidth by load
 * @param k3 weight of delay
 * @param k4 added to the reliability
 * @param k5 weight of reliability; 0 leaves reliability out
 */
public record MetricWeights(int k1, int k2, int k3, int k4, int k5) {

    /** Bandwidth and delay only. */
    public static final MetricWeights DEFAULT = new MetricWeights(1, 0, 1, 0, 0);

    /** Composite of a route in wide metrics that is unreachable. */
    public static final long WIDE_INFINITY = Long.MAX_VALUE;

    /** What wide metrics are finer by (RFC 7868 section 5.6.2, EIGRP_WIDE_SCALE). */
    private static final long WIDE_SCALE = 65_536;
    /** Picoseconds in the unit of latency (RFC 7868 section 5.6.2, EIGRP_DELAY_PICO). */
    private static final long PICOS = 1_000_000;
    private static final int LOADS = 256;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when a value does not fit its field
     */
    public MetricWeights {
        for (int weight : new int[] {k1, k2, k3, k4, k5}) {
            UnsignedField.require("EIGRP K value", weight, 8);
        }
    }

    /** @param weights K1 to K5 */
    public static MetricWeights of(List<Integer> weights) {
        return new MetricWeights(weights.get(0), weights.get(1), weights.get(2), weights.get(3), weights.get(4));
    }

    /** The composite metric of either form; each has its own scale and its own infinity. */
    public long composite(VectorMetric metric) {
        return switch (metric) {
            case ClassicMetric classic -> composite(classic);
            case WideMetric wide -> composite(wide);
        };
    }

    /**
     * The composite metric of 64 bits: throughput and latency in place of bandwidth and delay (RFC 7868 section 5.6.2). There are
     * no extended attributes for a sixth weight to count.
     */
    private long composite(WideMetric metric) {
        if (metric.isUnreachable()) {
            return WIDE_INFINITY;
        }
        long throughput = ClassicMetric.REFERENCE_BANDWIDTH_KBPS * WIDE_SCALE / Math.max(1, metric.bandwidthKbps());
        // In two parts, as the product of 48 and 16 bits has no room in a signed number.
        long latency = metric.delayPicos() / PICOS * WIDE_SCALE + metric.delayPicos() % PICOS * WIDE_SCALE / PICOS;
        long composite = k1 * throughput + k2 * throughput / (LOADS - metric.load()) + k3 * latency;
        if (k5 == 0) {
            return composite;
        }
        int reliability = metric.reliability() + k4;
        return reliability == 0 ? WIDE_INFINITY : composite * k5 / reliability;
    }

    /**
     * The composite metric: {@code (K1 * BW + K2 * BW / (256 - load) + K3 * delay) * K5 / (reliability + K4)}, without the last
     * factor when K5 is 0 (RFC 7868 section 5.6.1.1). Bandwidth and delay are scaled already.
     *
     * @return at most {@link ClassicMetric#UNREACHABLE_DELAY}, which is infinity
     */
    private long composite(ClassicMetric metric) {
        if (metric.isUnreachable()) {
            return ClassicMetric.UNREACHABLE_DELAY;
        }
        long composite = k1 * metric.scaledBandwidth() + k2 * metric.scaledBandwidth() / (LOADS - metric.load())
                + k3 * metric.scaledDelay();
        if (k5 != 0) {
            int reliability = metric.reliability() + k4;
            composite = reliability == 0 ? ClassicMetric.UNREACHABLE_DELAY : composite * k5 / reliability;
        }
        return Math.min(composite, ClassicMetric.UNREACHABLE_DELAY);
    }
}
