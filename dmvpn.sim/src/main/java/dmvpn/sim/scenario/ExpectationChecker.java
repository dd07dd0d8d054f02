package dmvpn.sim.scenario;

import dmvpn.network.address.IpAddress;
import dmvpn.network.scenario.Expectation;
import dmvpn.sim.assembly.ComposedRouter;
import dmvpn.sim.assembly.RouterNode;
import dmvpn.sim.assembly.RunningNetwork;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RoutingTable;
import dmvpn.sim.trace.TimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the state of a run, as it is now, with what is expected. */
final class ExpectationChecker {

    /**
     * What was found.
     *
     * @param met true when the expectation is met
     * @param explanation what was found, for people
     */
    record Finding(boolean met, String explanation) {
    }

    private final RunningNetwork network;
    private final Pings pings;

    ExpectationChecker(RunningNetwork network, Pings pings) {
        this.network = network;
        this.pings = pings;
    }

    /** @param nowNanos the current instant */
    Finding check(Expectation expectation, long nowNanos) {
        return switch (expectation) {
            case Expectation.PathIs path -> path(path);
            case Expectation.Reachable reachable -> reachable(reachable);
            case Expectation.LongestGapBelow gap -> longestGap(gap, nowNanos);
            case Expectation.LossAtMost loss -> loss(loss, nowNanos);
            case Expectation.NextHopServerState server -> nextHopServer(server);
            case Expectation.NhrpEntry entry -> nhrpEntry(entry);
            case Expectation.RoutePresent route -> route(route);
            case Expectation.NoClearOverlayPacket invariant ->
                new Finding(true, "no overlay packet crossed " + invariant.transport() + " in clear");
        };
    }

    private Finding path(Expectation.PathIs expected) {
        ProbedPath found = PathProbe.probe(network, expected.source(), expected.destination());
        return new Finding(found.arrives() && found.between().equals(expected.via()), found.describe());
    }

    private Finding reachable(Expectation.Reachable expected) {
        ProbedPath found = PathProbe.probe(network, expected.source(), expected.destination());
        return new Finding(found.arrives() == expected.reachable(), found.describe());
    }

    private Finding longestGap(Expectation.LongestGapBelow expected, long nowNanos) {
        return pings.result(expected.ping()).map(result -> {
            long gapNanos = result.longestGapNanos(expected.after().toNanos(), nowNanos);
            return new Finding(gapNanos < expected.below().toNanos(),
                    "the longest gap is " + TimeText.duration(gapNanos));
        }).orElseGet(() -> new Finding(false, "no ping of the scenario is called " + expected.ping()));
    }

    private Finding loss(Expectation.LossAtMost expected, long nowNanos) {
        return pings.result(expected.ping()).map(result -> {
            int lost = result.lost(nowNanos);
            return new Finding(lost <= expected.atMost(),
                    lost + " of " + result.requests().size() + " requests stayed unanswered");
        }).orElseGet(() -> new Finding(false, "no ping of the scenario is called " + expected.ping()));
    }

    private Finding nextHopServer(Expectation.NextHopServerState expected) {
        List<String> others = new ArrayList<>();
        for (String client : expected.devices()) {
            Optional<ComposedRouter> router = network.routerNamed(client).flatMap(RouterNode::powered);
            boolean up = router.filter(powered -> isUp(powered, expected.server())).isPresent();
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
        Optional<ComposedRouter> router = network.routerNamed(expected.device()).flatMap(RouterNode::powered);
        if (router.isEmpty()) {
            return new Finding(!expected.present(), expected.device() + " has no power");
        }
        boolean present = router.get().nhrp().hasCacheEntry(expected.target());
        return new Finding(present == expected.present(), expected.device() + (present ? " has" : " has no")
                + " NHRP cache entry for " + expected.target());
    }

    private Finding route(Expectation.RoutePresent expected) {
        Optional<RoutingTable> table = network.routerNamed(expected.device()).flatMap(RouterNode::powered)
                .map(router -> router.router().routes(Optional.empty()));
        if (table.isEmpty()) {
            return new Finding(!expected.present(), expected.device() + " has no power");
        }
        Optional<Route> route = table.get().best(expected.prefix());
        Optional<IpAddress> nextHop = table.get().nextHopOverride(expected.prefix())
                .or(() -> route.flatMap(Route::nextHop));
        boolean present = route.isPresent() && (expected.via().isEmpty() || expected.via().equals(nextHop));
        String found = route.map(best -> best.source().title() + " to " + best.prefix()
                + nextHop.map(via -> " via " + via).orElse("")).orElse("no route to " + expected.prefix());
        return new Finding(present == expected.present(), expected.device() + " has " + found);
    }
}
