package dmvpn.network.routing;

import dmvpn.network.origin.Origin;

/** The metric that redistributed routes start with. */
public sealed interface SeedMetric {

    /** Where it was written. */
    Origin origin();

    /**
     * A metric that is one number.
     *
     * @param value OSPF cost, RIP hop count or BGP MED
     * @param origin where it was written
     */
    record Simple(long value, Origin origin) implements SeedMetric {
    }

    /**
     * The components of an EIGRP metric (RFC 7868 section 5.6).
     *
     * @param bandwidthKbps bandwidth in kbit/s
     * @param delayTensOfMicros delay in tens of microseconds
     * @param reliability 0 to 255, 255 for reliable
     * @param load 1 to 255, 1 for idle
     * @param mtuBytes MTU in bytes
     * @param origin where it was written
     */
    record Eigrp(long bandwidthKbps, long delayTensOfMicros, int reliability, int load, int mtuBytes, Origin origin)
            implements SeedMetric {
    }
}
