package dmvpn.network.routing;

import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * An interface that takes part in OSPF.
 *
 * @param interfaceName interface of the device
 * @param area number of its area
 * @param networkType network type
 * @param priority claim to be designated router, 0 for none to 255; 1 by default (RFC 2328 appendix C.3)
 * @param cost cost, 1 to 65535; empty when it follows from the bandwidth
 * @param helloInterval time between hellos
 * @param deadInterval silence after which a neighbour is lost
 * @param passive true when its network is announced and no neighbours are sought
 * @param databaseFilter true when no link states are sent out of it
 * @param fastDetection true when BFD tells of dead neighbours
 * @param origin where it was written
 */
public record OspfInterface(
        String interfaceName,
        long area,
        OspfNetworkType networkType,
        int priority,
        OptionalInt cost,
        Duration helloInterval,
        Duration deadInterval,
        boolean passive,
        boolean databaseFilter,
        boolean fastDetection,
        Origin origin) {

    /** Priority when none is configured (Cisco IOS command reference, ip ospf priority). */
    public static final int DEFAULT_PRIORITY = 1;
}
