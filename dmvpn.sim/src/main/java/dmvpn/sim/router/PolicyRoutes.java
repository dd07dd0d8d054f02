package dmvpn.sim.router;

import dmvpn.network.forwarding.ForwardingPolicy;
import dmvpn.network.forwarding.PolicyRoute;
import dmvpn.network.forwarding.PolicyScope;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.routing.ForwardingDecision;
import dmvpn.sim.routing.LongestMatchRoutingTable;
import dmvpn.sim.routing.RouteSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Policy routing of one router: packets that match go to a next hop, whatever the routes say ({@code ip policy}, {@code ip local
 * policy}; Cisco IOS IP Routing: Protocol-Independent Configuration Guide, Policy-Based Routing).
 */
final class PolicyRoutes {

    private final List<PolicyRoute> ofOwnPackets = new ArrayList<>(0);
    private final Map<String, List<PolicyRoute>> byIngress = new LinkedHashMap<>();

    PolicyRoutes(ForwardingPolicy policy) {
        for (PolicyRoute route : policy.policyRoutes()) {
            switch (route.scope()) {
                case PolicyScope.OwnPackets own -> ofOwnPackets.add(route);
                case PolicyScope.ArrivingOn arriving ->
                        byIngress.computeIfAbsent(arriving.interfaceName(), name -> new ArrayList<>()).add(route);
            }
        }
    }

    /** True when routes alone decide. */
    boolean isEmpty() {
        return ofOwnPackets.isEmpty() && byIngress.isEmpty();
    }

    /** What policy says of a packet that the router makes itself; empty when the routes decide. */
    Optional<ForwardingDecision> ofOwn(IpPacket packet, LongestMatchRoutingTable table) {
        return ofOwnPackets.isEmpty() ? Optional.empty() : decision(ofOwnPackets, packet, table);
    }

    /** What policy says of a packet that arrived on an interface; empty when the routes decide. */
    Optional<ForwardingDecision> ofArrived(String ingress, IpPacket packet, LongestMatchRoutingTable table) {
        return byIngress.isEmpty() ? Optional.empty() : decision(byIngress.getOrDefault(ingress, List.of()), packet, table);
    }

    /** The first route that matches decides, and alone: with a next hop that is no neighbour packets go by the routes. */
    private static Optional<ForwardingDecision> decision(List<PolicyRoute> routes, IpPacket packet, LongestMatchRoutingTable table) {
        return routes.stream().filter(route -> matches(route, packet)).findFirst()
                .flatMap(route -> table.forward(route.nextHop())
                        .filter(way -> way.route().source() == RouteSource.CONNECTED)
                        .map(way -> new ForwardingDecision(
                                way.route(), way.interfaceName(), route.nextHop(), ForwardingDecision.Cause.POLICY)));
    }

    private static boolean matches(PolicyRoute route, IpPacket packet) {
        return route.nextHop().getClass() == packet.destination().getClass()
                && route.source().filter(prefix -> !prefix.contains(packet.source())).isEmpty()
                && route.destination().filter(prefix -> !prefix.contains(packet.destination())).isEmpty()
                && route.protocol().filter(protocol -> !protocol.isNumber(packet.protocolNumber())).isEmpty();
    }
}
