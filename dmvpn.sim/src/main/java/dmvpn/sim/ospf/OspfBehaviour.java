package dmvpn.sim.ospf;

import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;

/**
 * In what platforms differ where RFC 2328 and RFC 3101 leave it open.
 *
 * @param loopbackCost cost that a loopback is told with when none is configured
 * @param prefersLoopbacks true when packets to what a not-so-stubby area tells go to a loopback of its originator where there
 *         is one, as RFC 3101 section 2.3 advises; false for the first interface in the area
 * @param tellsDefaultToNssa true when border routers tell a not-so-stubby area a default route, whether or not it has the routes
 *         of other areas
 * @param metricFromBgp metric of routes that BGP is redistributed with when none is configured
 */
record OspfBehaviour(int loopbackCost, boolean prefersLoopbacks, boolean tellsDefaultToNssa,
        long metricFromBgp) {

    /** Cisco IOS: a loopback has the bandwidth of 8 Gbit/s, and so the lowest cost; the command reference on redistribute. */
    private static final OspfBehaviour IOS = new OspfBehaviour(1, true, false, 1);

    /** FRRouting's ospfd, observed of release 8.4. */
    private static final OspfBehaviour FRR = new OspfBehaviour(0, false, true, 20);

    /** FRRouting's ospf6d, observed of release 8.4. */
    private static final OspfBehaviour FRR_VERSION_3 = new OspfBehaviour(10, false, true, 20);

    static OspfBehaviour of(Platform platform, OspfVersion version) {
        return platform.vendor() != Vendor.FRR ? IOS : version instanceof OspfVersion3 ? FRR_VERSION_3 : FRR;
    }
}
