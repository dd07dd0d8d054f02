package dmvpn.dsl.compile;

import dmvpn.dsl.routing.NeighborClause;
import dmvpn.dsl.routing.RoutingClause;
import dmvpn.dsl.routing.RoutingInterfaceClause;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.AdministrativeDistance;
import dmvpn.network.routing.EigrpMetricWeights;
import dmvpn.network.routing.PolicyDirection;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.SeedMetric;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a routing clause says, of a cloud or of a router. Its neighbours and interfaces are read for each router, since they
 * may be computed.
 *
 * @param protocol the protocol
 * @param process number of the process; 0 for a protocol without numbers
 * @param vrf VRF that the clause names
 * @param tunnels settings of a cloud's tunnels
 * @param defaults who announces a default route
 * @param stubs who is a stub
 * @param metricWeights K values
 * @param named name of a process of EIGRP in named mode
 * @param common settings of every protocol
 * @param bgp settings of BGP
 * @param advertised prefixes that are announced besides
 * @param clause the clause, with its neighbours and interfaces
 * @param origin where it is written
 */
record RoutingPlan(
        RouteSource protocol,
        long process,
        Optional<String> vrf,
        InterfacePlan tunnels,
        List<Grouped<Boolean>> defaults,
        List<Grouped<Boolean>> stubs,
        Optional<EigrpMetricWeights> metricWeights,
        Optional<String> named,
        Common common,
        BgpPlan bgp,
        List<IpPrefix> advertised,
        RoutingClause clause,
        Origin origin) {

    /** Settings that processes of all protocols may have. */
    record Common(
            List<Grouped<RedistributionPlan>> redistributions,
            List<Grouped<PolicyPlan>> policies,
            Optional<SeedMetric> defaultMetric,
            Optional<AdministrativeDistance> distance,
            OptionalInt maximumPaths) {
    }

    /** A redistribution and the policy that it names. */
    record RedistributionPlan(Redistribution redistribution, Optional<RoutePolicy> policy) {
    }

    /** A policy and the routes that it is about. */
    record PolicyPlan(RoutePolicy policy, PolicyDirection direction) {
    }

    /**
     * BGP between the members of a cloud.
     *
     * @param autonomousSystems the autonomous system of each group, as it is written
     * @param reflectors who reflects routes, hubs unless something else is said; null for nobody
     * @param listen true when hubs accept neighbours from the overlay
     */
    record BgpPlan(
            List<Grouped<String>> autonomousSystems,
            Group reflectors,
            boolean listen,
            List<Grouped<Boolean>> allowOwnAutonomousSystem,
            List<Grouped<Boolean>> overrideAutonomousSystem,
            List<Grouped<Boolean>> removePrivateAutonomousSystems,
            List<Grouped<Boolean>> sendCommunity,
            List<Grouped<Long>> localPreferences,
            List<Grouped<Long>> metrics) {
    }

    /** The neighbours that the clause names. */
    List<NeighborClause> neighbors() {
        return clause.getNeighbors();
    }

    /** The interfaces that the clause names. */
    List<RoutingInterfaceClause> interfaces() {
        return clause.getInterfaces();
    }

    boolean announcesDefault(DeviceRole role) {
        return Grouped.of(defaults, role).isPresent();
    }

    /** The summaries that a router announces. */
    List<InterfacePlan.Summary> summaries(DeviceRole role) {
        return tunnels.summaries().stream().filter(summary -> summary.by() == null || summary.by().has(role)).toList();
    }
}
