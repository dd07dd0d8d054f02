package dmvpn.network.routing;

import dmvpn.network.origin.Origin;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.policy.RoutePolicy;
import java.util.List;
import java.util.Optional;

/**
 * Routing of a device.
 *
 * @param staticRoutes static routes in configuration order
 * @param eigrp EIGRP processes in configuration order
 * @param ospf OSPF processes in configuration order
 * @param bgp BGP, one entry for each table
 * @param rip RIP, one entry for each table
 * @param odr on-demand routing, one entry for each table
 * @param forwardingDetection interfaces with BFD
 * @param policies policies that the processes refer to by name
 * @param origin where the device was written that has them
 */
public record RoutingConfiguration(
        List<StaticRoute> staticRoutes,
        List<EigrpProcess> eigrp,
        List<OspfProcess> ospf,
        List<BgpProcess> bgp,
        List<RipProcess> rip,
        List<OnDemandRouting> odr,
        List<BidirectionalForwarding> forwardingDetection,
        List<RoutePolicy> policies,
        Origin origin) {

    /** Connected routes only. */
    public static final RoutingConfiguration NONE = new RoutingConfiguration(List.of(), List.of(), Origin.NONE);

    /** Keeps immutable copies of the lists. */
    public RoutingConfiguration {
        staticRoutes = List.copyOf(staticRoutes);
        eigrp = List.copyOf(eigrp);
        ospf = List.copyOf(ospf);
        bgp = List.copyOf(bgp);
        rip = List.copyOf(rip);
        odr = List.copyOf(odr);
        forwardingDetection = List.copyOf(forwardingDetection);
        policies = List.copyOf(policies);
    }

    /** Static routes and EIGRP alone. */
    public RoutingConfiguration(List<StaticRoute> staticRoutes, List<EigrpProcess> eigrp, Origin origin) {
        this(staticRoutes, eigrp, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), origin);
    }

    /** BFD on an interface. */
    public Optional<BidirectionalForwarding> forwardingDetectionOn(String interfaceName) {
        return forwardingDetection.stream().filter(bfd -> bfd.interfaceName().equals(interfaceName)).findFirst();
    }

    /** The policy of that name. */
    public Optional<RoutePolicy> policyNamed(String name) {
        return policies.stream().filter(policy -> policy.name().equals(name)).findFirst();
    }

    /**
     * True when communities are announced to neighbours: they stay at home unless somebody says so, or a policy sets some.
     */
    public boolean sendsCommunities(BgpPeering peering) {
        return peering.options().sendCommunity() || peering.exportPolicy().flatMap(this::policyNamed)
                .filter(policy -> policy.actions().anyMatch(PolicyAction.SetCommunity.class::isInstance)).isPresent();
    }
}
