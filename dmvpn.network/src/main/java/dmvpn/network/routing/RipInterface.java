package dmvpn.network.routing;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import java.util.List;

/**
 * RIP settings of one interface.
 *
 * @param interfaceName interface of the device
 * @param splitHorizon true when routes are not announced where they were learned (RFC 2453 section 3.4.3)
 * @param passive true when updates are heard and none is sent
 * @param summaries summaries announced on the interface
 * @param origin where it was written
 */
public record RipInterface(
        String interfaceName, boolean splitHorizon, boolean passive, List<IpPrefix> summaries, Origin origin) {

    /** Keeps an immutable copy of the list. */
    public RipInterface {
        summaries = List.copyOf(summaries);
    }
}
