package dmvpn.network.routing;

import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.List;

/**
 * BFD on an interface (RFC 5880): routing protocols that ask for it learn of a dead neighbour after interval times
 * multiplier.
 *
 * @param interfaceName interface of the device
 * @param interval time between packets in both directions, 50 to 9999 ms
 * @param multiplier packets that may be missed, 3 to 50
 * @param clients protocols that listen to it
 * @param origin where it was written
 */
public record BidirectionalForwarding(
        String interfaceName, Duration interval, int multiplier, List<RouteSource> clients, Origin origin) {

    /** Multiplier when none is given (RFC 5880 section 6.8.4 demands one; FRR's default). */
    public static final int DEFAULT_MULTIPLIER = 3;

    /** Keeps an immutable copy of the list. */
    public BidirectionalForwarding {
        clients = List.copyOf(clients);
    }
}
