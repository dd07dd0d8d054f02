package dmvpn.network.routing;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import java.util.List;

/**
 * {@code summary-address} on an interface.
 *
 * @param prefix announced summary
 * @param leaked more specific prefixes that are announced all the same
 * @param origin where it was written
 */
public record EigrpSummary(IpPrefix prefix, List<IpPrefix> leaked, Origin origin) {

    /** Keeps an immutable copy of the list. */
    public EigrpSummary {
        leaked = List.copyOf(leaked);
    }
}
