package dmvpn.sim.eigrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.device.Vendor;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.PolicyDirection;
import dmvpn.network.routing.PolicyUse;
import dmvpn.network.routing.RouteSource;
import dmvpn.sim.eigrp.EigrpTraceEvent.RouteDenied;
import dmvpn.sim.eigrp.message.EigrpTlv;
import dmvpn.sim.eigrp.message.ExternalProtocol;
import dmvpn.sim.routing.policy.NeighborPolicies;
import dmvpn.sim.routing.policy.PolicyOutcome;
import dmvpn.sim.routing.policy.RouteAttributes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Policies on what neighbours say and on what they are told ({@code distribute-list route-map}; Cisco, EIGRP Support for Route Map
 * Filtering). A route map can set a tag; a metric of one number it cannot, as EIGRP's has five.
 */
final class RoutePolicies {

    private final EigrpContext context;
    private final NeighborPolicies accepted;
    private final NeighborPolicies announced;

    RoutePolicies(EigrpContext context) {
        this.context = context;
        // FRRouting filters EIGRP by prefix lists alone, as IOS does EIGRP for IPv6, and none is exported.
        List<RoutePolicy> known = context.router().device().platform().vendor() == Vendor.FRR
                || context.family() == EigrpFamily.IPV6 ? List.of()
                : context.router().device().routing().policies();
        List<PolicyUse> uses = context.process().options().policies();
        accepted = new NeighborPolicies(known, uses, PolicyDirection.IN);
        announced = new NeighborPolicies(known, uses, PolicyDirection.OUT);
    }

    /** A route of a neighbour as it counts here: one that is denied is unreachable by this neighbour. */
    EigrpTlv.Route accept(EigrpNeighbor neighbor, EigrpTlv.Route route) {
        if (accepted.isEmpty() || route.metric().isUnreachable()) {
            return route;
        }
        IpAddress nextHop = route.nextHop().isUnspecified() ? neighbor.address() : route.nextHop();
        PolicyOutcome outcome = accepted.apply(attributes(route, Optional.of(nextHop)), Optional.of(neighbor.address()));
        if (!outcome.isPermitted()) {
            context.record(new RouteDenied(route.destination(), neighbor.address(), neighbor.port().name(), outcome.reason()));
            return route.unreachable();
        }
        return tagged(route, outcome);
    }

    /** A route as neighbours are told of it; empty when they are not. */
    Optional<EigrpTlv.Route> announce(EigrpTlv.Route route) {
        if (announced.isEmpty()) {
            return Optional.of(route);
        }
        PolicyOutcome outcome = announced.apply(attributes(route, Optional.empty()), Optional.empty());
        return outcome.isPermitted() ? Optional.of(tagged(route, outcome)) : Optional.empty();
    }

    private RouteAttributes attributes(EigrpTlv.Route route, Optional<IpAddress> nextHop) {
        RouteSource source = route.exterior().flatMap(origin -> ExternalProtocol.ofNumber(origin.externalProtocol()))
                .map(ExternalProtocol::source).orElse(RouteSource.EIGRP);
        return RouteAttributes.of(route.destination(), source, OptionalLong.of(context.tableMetric(context.weights().composite(route.metric()))),
                route.tag() == 0 ? OptionalLong.empty() : OptionalLong.of(route.tag()), nextHop);
    }

    private static EigrpTlv.Route tagged(EigrpTlv.Route route, PolicyOutcome outcome) {
        OptionalLong tag = outcome.attributes().get().tag();
        return tag.isEmpty() || tag.getAsLong() == route.tag() ? route : route.withTag(tag.getAsLong());
    }
}
