package dmvpn.network.forwarding;

import dmvpn.network.origin.Origin;
import java.util.List;
import java.util.Optional;

/**
 * How a router forwards packets besides looking up a route.
 *
 * @param policyRoutes policy routes in configuration order; the first that matches a packet decides
 * @param internetExits local exits to the Internet in configuration order
 * @param clearedDontFragment interfaces on which packets lose their DF bit
 * @param origin where the device was written that has them
 */
public record ForwardingPolicy(List<PolicyRoute> policyRoutes, List<InternetExit> internetExits,
        List<ClearedDontFragment> clearedDontFragment, Origin origin) {

    /** Routes decide alone. */
    public static final ForwardingPolicy NONE = new ForwardingPolicy(List.of(), List.of(), Origin.NONE);

    /** Every packet keeps its DF bit. */
    public ForwardingPolicy(List<PolicyRoute> policyRoutes, List<InternetExit> internetExits, Origin origin) {
        this(policyRoutes, internetExits, List.of(), origin);
    }

    /** Keeps immutable copies of the lists. */
    public ForwardingPolicy {
        policyRoutes = List.copyOf(policyRoutes);
        internetExits = List.copyOf(internetExits);
        clearedDontFragment = List.copyOf(clearedDontFragment);
    }

    /** What clears the DF bit of packets that arrive on an interface. */
    public Optional<ClearedDontFragment> clearedDontFragment(String interfaceName) {
        return clearedDontFragment.stream().filter(cleared -> cleared.interfaceName().equals(interfaceName)).findFirst();
    }
}
