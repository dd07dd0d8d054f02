package dmvpn.app.diagnose;

import dmvpn.network.scenario.Endpoint;
import dmvpn.sim.RouterView;
import dmvpn.sim.Simulation;
import dmvpn.sim.scenario.ProbedPath;
import java.util.Optional;

/** Whether a packet goes from one end to the other by the tables of the routers as they are now. */
final class RoutingCheck {

    private final Simulation simulation;

    RoutingCheck(Simulation simulation) {
        this.simulation = simulation;
    }

    Optional<Finding> check(Endpoint from, Endpoint to, boolean otherDirectionWorks) {
        ProbedPath path = simulation.path(from, to);
        if (path.arrives()) {
            return Optional.empty();
        }
        String last = path.hops().isEmpty() ? from.device() : path.devices().getLast();
        RouterView router = simulation.routerNamed(last).or(() -> simulation.routerNamed(from.device())).orElseThrow();
        String direction = otherDirectionWorks ? ", in this direction only" : "";
        return Optional.of(new Finding(Layer.ROUTING, router.name(), path.describe() + "; " + neighbours(router),
                "packets from " + from.device() + " to " + to.address() + " stop at " + router.name() + direction + ": "
                        + path.end(), mend(path, router, to)));
    }

    private static String neighbours(RouterView router) {
        return router.stateTable("EIGRP neighbors")
                .map(table -> "EIGRP neighbors of " + router.name() + ": " + (table.rows().isEmpty() ? "none"
                        : String.join(", ", table.rows().stream().map(row -> row.get(0)).toList())))
                .orElse(router.name() + " runs no EIGRP");
    }

    private static String mend(ProbedPath path, RouterView router, Endpoint to) {
        if (path.loops()) {
            return "break the loop: compare 'show ip route " + to.address() + "' of " + String.join(", ", path.devices());
        }
        if (path.end().startsWith("no route") || path.end().startsWith("the route discards")) {
            return "let " + router.name() + " learn a route to " + to.address()
                    + ": neighbours on the tunnel, announced networks, summary, filters, static routes";
        }
        return "look at " + router.name() + ": 'show ip route', 'show dmvpn', 'show ip nhrp'";
    }
}
