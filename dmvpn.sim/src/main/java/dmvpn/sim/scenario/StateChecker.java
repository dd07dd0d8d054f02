package dmvpn.sim.scenario;

import dmvpn.network.address.IpAddress;
import dmvpn.network.scenario.Expectation;
import dmvpn.network.scenario.RouteOwner;
import dmvpn.sim.assembly.ComposedRouter;
import dmvpn.sim.assembly.RouterNode;
import dmvpn.sim.assembly.RunningNetwork;
import dmvpn.sim.router.RouterProtocol;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import dmvpn.sim.routing.RoutingTable;
import dmvpn.sim.scenario.ExpectationChecker.Finding;
import dmvpn.sim.tunnel.CryptoSockets;
import dmvpn.sim.tunnel.CryptoSockets.SocketState;
import dmvpn.sim.tunnel.GreTunnel;
import dmvpn.sim.tunnel.TunnelProtector;
import dmvpn.sim.underlay.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Compares the state of a run, as it is now, with the state that is expected. */
final class StateChecker {

    private final RunningNetwork network;
    private final MessageCounter messages;

    StateChecker(RunningNetwork network, MessageCounter messages) {
        this.network = network;
        this.messages = messages;
    }

    Finding check(Expectation.OfState expectation) {
        return switch (expectation) {
            case Expectation.PathIs path -> path(path);
            case Expectation.PathOver path -> path(path);
            case Expectation.Reachable reachable -> reachable(reachable);
            case Expectation.NextHopServerState server -> nextHopServer(server);
            case Expectation.NhrpEntry entry -> nhrpEntry(entry);
            case Expectation.RoutePresent route -> route(route);
            case Expectation.NeighborPresent neighbor -> neighbor(neighbor);
            case Expectation.SecurityAssociationPresent association -> association(association);
            case Expectation.MessageCount count -> count(count);
        };
    }

    private Finding path(Expectation.PathIs expected) {
        ProbedPath found = PathProbe.probe(network, expected.source(), expected.destination());
        return new Finding(found.arrives() && found.between().equals(expected.via()), found.describe());
    }

    private Finding path(Expectation.PathOver expected) {
        ProbedPath found = PathProbe.probe(network, expected.source(), expected.destination());
        List<String> crossed = found.networks().stream()
                .filter(name -> network.underlay().transportNamed(name).map(Segment::name).isPresent())
                .distinct().toList();
        return new Finding(found.arrives() && crossed.equals(List.of(expected.transport())),
                found.describe() + (crossed.isEmpty() ? "" : " over " + String.join(", ", crossed)));
    }

    private Finding reachable(Expectation.Reachable expected) {
        ProbedPath found = PathProbe.probe(network, expected.source(), expected.destination());
        return new Finding(found.arrives() == expected.reachable(), found.describe());
    }

    private Optional<ComposedRouter> powered(String device) {
        return network.routerNamed(device).flatMap(RouterNode::powered);
    }

    private static Finding withoutPower(String device, boolean expectedPresent) {
        return new Finding(!expectedPresent, device + " has no power");
    }

    private Finding nextHopServer(Expectation.NextHopServerState expected) {
        List<String> others = new ArrayList<>();
        for (String client : expected.devices()) {
            boolean up = powered(client).filter(router -> isUp(router, expected.server())).isPresent();
            if (up != expected.up()) {
                others.add(client);
            }
        }
        String state = expected.up() ? "up" : "down";
        return others.isEmpty()
                ? new Finding(true, expected.server() + " is " + state + " as seen by " + expected.devices().size()
                        + (expected.devices().size() == 1 ? " client" : " clients"))
                : new Finding(false, expected.server() + " is not " + state + " as seen by " + String.join(", ", others));
    }

    /** A server with several tunnels is up when the client registered with one of them. */
    private static boolean isUp(ComposedRouter client, String server) {
        return client.router().device().tunnels().stream()
                .flatMap(tunnel -> tunnel.nhrp().nextHopServers().stream())
                .filter(candidate -> candidate.device().filter(server::equals).isPresent())
                .anyMatch(candidate -> client.nhrp().isNextHopServerUp(candidate.protocolAddress()));
    }

    private Finding nhrpEntry(Expectation.NhrpEntry expected) {
        Optional<ComposedRouter> router = powered(expected.device());
        if (router.isEmpty()) {
            return withoutPower(expected.device(), expected.present());
        }
        Predicate<IpAddress> via = address -> expected.via().isEmpty() || expected.via().get().equals(address);
        boolean present = router.get().nhrp().hasCacheEntry(expected.target(), via);
        return new Finding(present == expected.present(), expected.device() + (present ? " has" : " has no")
                + " NHRP cache entry for " + expected.target() + expected.via().map(hop -> " via " + hop).orElse(""));
    }

    private Finding route(Expectation.RoutePresent expected) {
        Optional<RoutingTable> table = powered(expected.device()).map(router -> router.router().routes(expected.vrf()));
        if (table.isEmpty()) {
            return withoutPower(expected.device(), expected.present());
        }
        Optional<Route> route = table.get().best(expected.prefix());
        Optional<IpAddress> nextHop = table.get().nextHopOverride(expected.prefix())
                .or(() -> route.flatMap(Route::nextHop));
        boolean present = route.isPresent() && (expected.via().isEmpty() || expected.via().equals(nextHop))
                && (expected.owner().isEmpty() || expected.owner().get() == owner(route.get().source()));
        String found = route.map(best -> best.source().title() + " to " + best.prefix()
                + nextHop.map(via -> " via " + via).orElse("")).orElse("no route to " + expected.prefix());
        return new Finding(present == expected.present(), expected.device() + " has " + found
                + expected.vrf().map(vrf -> " in VRF " + vrf).orElse(""));
    }

    private static RouteOwner owner(RouteSource source) {
        return switch (source) {
            case CONNECTED, LOCAL -> RouteOwner.CONNECTED;
            case STATIC -> RouteOwner.STATIC;
            case DHCP, ROUTER_ADVERTISEMENT -> RouteOwner.DHCP;
            case EIGRP, EIGRP_EXTERNAL, EIGRP_SUMMARY -> RouteOwner.EIGRP;
            case OSPF, OSPF_INTER_AREA, OSPF_EXTERNAL_1, OSPF_EXTERNAL_2, OSPF_NSSA_1, OSPF_NSSA_2 -> RouteOwner.OSPF;
            case BGP, BGP_INTERNAL -> RouteOwner.BGP;
            case RIP -> RouteOwner.RIP;
            case ODR -> RouteOwner.ODR;
            case NHRP -> RouteOwner.NHRP;
        };
    }

    private Finding neighbor(Expectation.NeighborPresent expected) {
        Optional<ComposedRouter> router = powered(expected.device());
        if (router.isEmpty()) {
            return withoutPower(expected.device(), expected.present());
        }
        Set<IpAddress> addresses = addresses(expected.neighbor());
        Optional<RouterProtocol> found = router.get().router().protocols().stream()
                .filter(protocol -> expected.protocol().filter(name -> !isCalled(protocol, name)).isEmpty())
                .filter(protocol -> protocol.neighborsUp().stream().anyMatch(addresses::contains))
                .findFirst();
        return new Finding(found.isPresent() == expected.present(), expected.device()
                + found.map(protocol -> " has the " + protocol.name() + " neighbor ").orElse(" has no neighbor ")
                + expected.neighbor());
    }

    private static boolean isCalled(RouterProtocol protocol, RouteOwner owner) {
        return protocol.name().toLowerCase(Locale.ROOT).equals(owner.keyword());
    }

    private Set<IpAddress> addresses(String device) {
        return network.routerNamed(device).map(RouterNode::knownAddresses).orElse(Set.of());
    }

    private Finding association(Expectation.SecurityAssociationPresent expected) {
        Optional<ComposedRouter> router = powered(expected.device());
        if (router.isEmpty()) {
            return withoutPower(expected.device(), expected.present());
        }
        boolean ike = expected.kind() == Expectation.SecurityAssociationKind.IKE;
        List<CryptoSockets> sockets = router.get().router().interfaces().stream()
                .filter(GreTunnel.class::isInstance).map(GreTunnel.class::cast)
                .flatMap(tunnel -> tunnel.protector().stream()).map(TunnelProtector::sockets).toList();
        boolean present = addresses(expected.peer()).stream().anyMatch(address -> sockets.stream()
                .anyMatch(each -> ike ? each.isKeyExchangeUp(address) : each.state(address) == SocketState.UP));
        return new Finding(present == expected.present(), expected.device() + (present ? " has an " : " has no ")
                + (ike ? "IKE SA" : "IPsec SA") + " with " + expected.peer());
    }

    private Finding count(Expectation.MessageCount expected) {
        long count = network.routerNamed(expected.device())
                .map(node -> messages.count(node.node(), expected.direction(), expected.message())).orElse(0L);
        return new Finding(count >= expected.atLeast() && count <= expected.atMost(), expected.device() + " has "
                + expected.direction().name().toLowerCase(Locale.ROOT) + " " + count + " " + expected.message().keyword());
    }
}
