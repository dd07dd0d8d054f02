package dmvpn.sim.eigrp.message;

import dmvpn.sim.packet.UnsignedField;

/**
 * Vector metric of a route in its classic form (RFC 7868 section 6.8.2).
 *
 * @param scaledDelay sum of delays in 256ths of 10 microseconds; {@link #UNREACHABLE_DELAY} for infinity
 * @param scaledBandwidth 256 times 10,000,000 divided by the lowest bandwidth in kbit/s
 * @param mtuBytes smallest MTU of the path, informational
 * @param hopCount routers on the path, 0 to 255
 * @param reliability 0 to 255, 255 is best; informational with default K values
 * @param load 0 to 255, 1 is least; informational with default K values
 */
public record ClassicMetric(
        long scaledDelay, long scaledBandwidth, int mtuBytes, int hopCount, int reliability, int load) implements VectorMetric {

    /** Delay of a route that is unreachable. */
    public static final long UNREACHABLE_DELAY = 0xffff_ffffL;

    /** Scale of classic metrics. */
    public static final int SCALE = 256;

    /** Reference bandwidth in kbit/s. */
    public static final long REFERENCE_BANDWIDTH_KBPS = 10_000_000;

    /** Length on the wire, with the internal tag and the flags that follow. */
    public static final int WIRE_BYTES = 16;

    /**
     * @throws IllegalArgumentException when a number does not fit its field
     */
    public ClassicMetric {
        UnsignedField.require("EIGRP delay", scaledDelay, 32);
        UnsignedField.require("EIGRP bandwidth", scaledBandwidth, 32);
        UnsignedField.require("EIGRP MTU", mtuBytes, 24);
        UnsignedField.require("EIGRP hop count", hopCount, 8);
        UnsignedField.require("EIGRP reliability", reliability, 8);
        UnsignedField.require("EIGRP load", load, 8);
    }

    /** The metric of a directly connected network, fully reliable and idle. */
    public static ClassicMetric ofInterface(int bandwidthKbps, int delayMicros, int mtuBytes) {
        return new ClassicMetric(scaledDelay(delayMicros), scaledBandwidth(bandwidthKbps), mtuBytes, 0, 255, 1);
    }

    /**
     * The metric of a route that comes from elsewhere.
     *
     * @param bandwidthKbps bandwidth, from 1
     * @param delayTensOfMicros delay in tens of microseconds
     */
    public static ClassicMetric ofSeed(long bandwidthKbps, long delayTensOfMicros, int reliability, int load, int mtuBytes) {
        return new ClassicMetric(Math.min(SCALE * delayTensOfMicros, UNREACHABLE_DELAY - 1),
                SCALE * (REFERENCE_BANDWIDTH_KBPS / Math.max(1, bandwidthKbps)), mtuBytes, 0, reliability, load);
    }

    /** Delay in the unit of the wire. Integer arithmetic in tens of microseconds, as routers do it. */
    public static long scaledDelay(long delayMicros) {
        return SCALE * (delayMicros / 10);
    }

    /** Bandwidth in the unit of the wire. */
    public static long scaledBandwidth(int bandwidthKbps) {
        return SCALE * (REFERENCE_BANDWIDTH_KBPS / bandwidthKbps);
    }

    @Override
    public ClassicMetric unreachable() {
        return new ClassicMetric(UNREACHABLE_DELAY, scaledBandwidth, mtuBytes, hopCount, reliability, load);
    }

    @Override
    public boolean isUnreachable() {
        return scaledDelay == UNREACHABLE_DELAY;
    }

    /** The metric one interface further: its delay added, its bandwidth if lower, its MTU if smaller, one hop more. */
    public ClassicMetric through(int bandwidthKbps, int delayMicros, int interfaceMtuBytes) {
        long delay = isUnreachable()
                ? UNREACHABLE_DELAY
                : Math.min(scaledDelay + scaledDelay(delayMicros), UNREACHABLE_DELAY);
        return new ClassicMetric(delay, Math.max(scaledBandwidth, scaledBandwidth(bandwidthKbps)),
                Math.min(mtuBytes, interfaceMtuBytes), Math.min(hopCount + 1, 255), reliability, load);
    }

    @Override
    public ClassicMetric toClassic() {
        return this;
    }

    @Override
    public WideMetric toWide() {
        return WideMetric.of(this);
    }

    @Override
    public int wireBytes() {
        return WIRE_BYTES;
    }

    /** The composite metric with default K values: bandwidth plus delay (RFC 7868 section 5.6.1.1). */
    public long composite() {
        return MetricWeights.DEFAULT.composite(this);
    }
}
