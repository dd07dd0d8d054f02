package dmvpn.sim.eigrp.message;

/**
 * The parts that a route's metric is made of, which add up on the way (RFC 7868 section 5.6): in the units of classic TLVs, or in
 * those of wide ones.
 */
public sealed interface VectorMetric permits ClassicMetric, WideMetric {

    /** Smallest MTU of the path in bytes, informational. */
    int mtuBytes();

    /** Routers on the path, 0 to 255. */
    int hopCount();

    /** 0 to 255, 255 is best. */
    int reliability();

    /** 0 to 255, 1 is least. */
    int load();

    /** True when the route is withdrawn. */
    boolean isUnreachable();

    /** The same metric, unreachable. */
    VectorMetric unreachable();

    /** The same in the units of classic TLVs, which are coarser. */
    ClassicMetric toClassic();

    /** The same in the units of wide TLVs. */
    WideMetric toWide();

    /** Bytes of a route's TLV that come with the kind of metric: the metric, and what stands before it there alone. */
    int wireBytes();
}
