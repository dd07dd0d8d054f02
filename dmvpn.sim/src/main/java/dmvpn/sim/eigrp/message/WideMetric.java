package dmvpn.sim.eigrp.message;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.UnsignedField;

/**
 * Vector metric of a route in its wide form (RFC 7868 sections 5.6.2 and 6.9), which tells interfaces beyond 1 Gbit/s apart.
 *
 * @param source router that the route is from, which stands before the metric on the wire; unspecified until it is told
 * @param delayPicos sum of delays in picoseconds, 48 bits; {@link #UNREACHABLE_DELAY} for infinity
 * @param bandwidthKbps lowest bandwidth in kbit/s, 48 bits
 * @param mtuBytes smallest MTU of the path, informational
 * @param hopCount routers on the path, 0 to 255
 * @param reliability 0 to 255, 255 is best; informational with default K values
 * @param load 0 to 255, 1 is least; informational with default K values
 */
public record WideMetric(Ipv4Address source, long delayPicos, long bandwidthKbps, int mtuBytes, int hopCount, int reliability,
        int load) implements VectorMetric {

    /** Delay of a route that is unreachable (RFC 7868 section 6.9). */
    public static final long UNREACHABLE_DELAY = 0xffff_ffff_ffffL;

    /** Length on the wire without extended attributes, with family, topology and router before it. */
    public static final int WIRE_BYTES = 32;

    private static final long PICOS_PER_MICRO = 1_000_000;
    private static final long PICOS_PER_CLASSIC_UNIT = 10 * PICOS_PER_MICRO;
    /** Delay times bandwidth of interfaces whose delay is that of their bandwidth (RFC 7868 section 5.6.2). */
    private static final long DELAY_BANDWIDTH = 10_000_000_000_000L;
    private static final int GIGABIT_KBPS = 1_000_000;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when a number does not fit its field
     */
    public WideMetric {
        UnsignedField.require("EIGRP delay", delayPicos, 48);
        UnsignedField.require("EIGRP bandwidth", bandwidthKbps, 48);
        UnsignedField.require("EIGRP MTU", mtuBytes, 24);
        UnsignedField.require("EIGRP hop count", hopCount, 8);
        UnsignedField.require("EIGRP reliability", reliability, 8);
        UnsignedField.require("EIGRP load", load, 8);
    }

    /**
     * The metric of a directly connected network, fully reliable and idle.
     *
     * @param delayPicos delay of the interface: see {@link #delayPicos(int, int, boolean)}
     */
    public static WideMetric ofInterface(int bandwidthKbps, long delayPicos, int mtuBytes) {
        return new WideMetric(Ipv4Address.ANY, delayPicos, bandwidthKbps, mtuBytes, 0, 255, 1);
    }

    /**
     * The metric of a route that comes from elsewhere.
     *
     * @param bandwidthKbps bandwidth, from 1
     * @param delayTensOfMicros delay in tens of microseconds
     */
    public static WideMetric ofSeed(long bandwidthKbps, long delayTensOfMicros, int reliability, int load, int mtuBytes) {
        return new WideMetric(Ipv4Address.ANY, Math.min(delayTensOfMicros * PICOS_PER_CLASSIC_UNIT, UNREACHABLE_DELAY - 1),
                Math.max(1, bandwidthKbps), mtuBytes, 0, reliability, load);
    }

    /**
     * Delay of an interface in picoseconds: that of its bandwidth beyond 1 Gbit/s, unless one is configured (RFC 7868 section
     * 5.6.2).
     *
     * @param configured true when somebody chose the delay
     */
    public static long delayPicos(int bandwidthKbps, int delayMicros, boolean configured) {
        return configured || bandwidthKbps <= GIGABIT_KBPS ? delayMicros * PICOS_PER_MICRO : DELAY_BANDWIDTH / bandwidthKbps;
    }

    /** The same from another router. */
    public WideMetric from(Ipv4Address router) {
        return new WideMetric(router, delayPicos, bandwidthKbps, mtuBytes, hopCount, reliability, load);
    }

    /** The metric one interface further: its delay added, its bandwidth if lower, its MTU if smaller, one hop more. */
    public WideMetric through(int interfaceBandwidthKbps, long interfaceDelayPicos, int interfaceMtuBytes) {
        long delay = isUnreachable() ? UNREACHABLE_DELAY : Math.min(delayPicos + interfaceDelayPicos, UNREACHABLE_DELAY);
        return new WideMetric(source, delay, Math.min(bandwidthKbps, interfaceBandwidthKbps), Math.min(mtuBytes, interfaceMtuBytes),
                Math.min(hopCount + 1, 255), reliability, load);
    }

    @Override
    public boolean isUnreachable() {
        return delayPicos == UNREACHABLE_DELAY;
    }

    @Override
    public WideMetric unreachable() {
        return new WideMetric(source, UNREACHABLE_DELAY, bandwidthKbps, mtuBytes, hopCount, reliability, load);
    }

    @Override
    public ClassicMetric toClassic() {
        long delay = isUnreachable() ? ClassicMetric.UNREACHABLE_DELAY
                : Math.min(ClassicMetric.SCALE * delayPicos / PICOS_PER_CLASSIC_UNIT, ClassicMetric.UNREACHABLE_DELAY - 1);
        return new ClassicMetric(delay, ClassicMetric.SCALE * (ClassicMetric.REFERENCE_BANDWIDTH_KBPS / Math.max(1, bandwidthKbps)),
                mtuBytes, hopCount, reliability, load);
    }

    /** A classic metric in wide units. */
    static WideMetric of(ClassicMetric classic) {
        long delay = classic.isUnreachable() ? UNREACHABLE_DELAY
                : Math.min(classic.scaledDelay() * PICOS_PER_CLASSIC_UNIT / ClassicMetric.SCALE, UNREACHABLE_DELAY - 1);
        return new WideMetric(Ipv4Address.ANY, delay,
                ClassicMetric.SCALE * ClassicMetric.REFERENCE_BANDWIDTH_KBPS / Math.max(1, classic.scaledBandwidth()),
                classic.mtuBytes(), classic.hopCount(), classic.reliability(), classic.load());
    }

    @Override
    public WideMetric toWide() {
        return this;
    }

    @Override
    public int wireBytes() {
        return WIRE_BYTES;
    }
}
