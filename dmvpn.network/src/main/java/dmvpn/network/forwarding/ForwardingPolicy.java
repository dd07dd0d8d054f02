package dmvpn.network.forwarding;

import dmvpn.network.origin.Origin;
import java.util.List;

/**
 * How a router forwards packets besides looking up a route.
 *
 * @param policyRoutes policy routes in configuration order; the first that matches a packet decides
 * @param internetExits local exits to the Internet in configuration order
 * @param origin where the device was written that has them
 */
public record ForwardingPolicy(List<PolicyRoute> policyRoutes, List<InternetExit> internetExits, Origin origin) {

    /** Routes decide alone. */
    public static final ForwardingPolicy NONE = new ForwardingPolicy(List.of(), List.of(), Origin.NONE);

    /** Keeps immutable copies of the lists. */
    public ForwardingPolicy {
        policyRoutes = List.copyOf(policyRoutes);
        internetExits = List.copyOf(internetExits);
    }

    /** True when routes decide alone. */
    public boolean isEmpty() {
        return policyRoutes.isEmpty() && internetExits.isEmpty();
    }
}
