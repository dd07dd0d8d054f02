package dmvpn.app.diagnose;

import dmvpn.network.scenario.Endpoint;
import dmvpn.sim.RouterView;
import dmvpn.sim.Simulation;
import dmvpn.sim.scenario.ProbedPath;
import dmvpn.sim.show.StateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a packet goes from one end to the other by the tables of the routers as they are now. Where it does not, a tunnel between
 * two clients may be at fault, whose layers no leg to a server shows; or it gets to somebody else who has the address, too.
 */
final class WayCheck {

    private static final String NEIGHBORS = " neighbors";
    private static final String DISCOVERED = "CDP" + NEIGHBORS;

    private final Simulation simulation;

    WayCheck(Simulation simulation) {
        this.simulation = simulation;
    }

    /**
     * Looks at one direction.
     *
     * @param path the way from one to the other
     * @param otherDirectionWorks true when the way back arrives
     */
    Optional<Finding> check(ProbedPath path, Endpoint from, Endpoint to, boolean otherDirectionWorks) {
        if (path.arrives()) {
            return misled(path, from, to);
        }
        RouterView router = last(path, from);
        String direction = otherDirectionWorks ? ", in this direction only" : "";
        Layer layer = layer(path);
        return Optional.of(new Finding(layer, router.name(), path.describe() + (layer == Layer.ROUTING ? "; " + neighbors(router) : ""),
                "packets from " + from.device() + " to " + to.address() + " stop at " + router.name() + direction + ": "
                        + path.end(), mend(path, router, to)));
    }

    /** Somebody else got it: addresses overlap, as those of customers in VRFs do. */
    private Optional<Finding> misled(ProbedPath path, Endpoint from, Endpoint to) {
        if (endsAt(path, to)) {
            return Optional.empty();
        }
        String got = path.devices().getLast();
        return Optional.of(new Finding(Layer.ROUTING, from.device(), path.describe(),
                "packets from " + from.device() + " to " + to.address() + " get to " + got + ", which has the address, too, and not to "
                        + to.device() + ": no VRF or cloud of " + from.device() + " has a way there",
                "let " + from.device() + " and " + to.device() + " share a cloud in one VRF, or give one of the two networks at "
                        + got + " and " + to.device() + " other addresses"));
    }

    /** True at the router itself, or at another one of the same local network. */
    private boolean endsAt(ProbedPath path, Endpoint to) {
        ProbedPath.Hop last = path.hops().getLast();
        return last.device().equals(to.device())
                || last.network().isPresent() && last.network().equals(simulation.routerNamed(to.device())
                        .flatMap(router -> router.networkOf(to.address())));
    }

    private RouterView last(ProbedPath path, Endpoint from) {
        String last = path.hops().isEmpty() ? from.device() : path.devices().getLast();
        return simulation.routerNamed(last).or(() -> simulation.routerNamed(from.device())).orElseThrow();
    }

    private static Layer layer(ProbedPath path) {
        return switch (path.outcome()) {
            case NO_POWER, INTERFACE_DOWN, NOT_CARRIED -> Layer.PHYSICAL;
            case NO_SECURITY_ASSOCIATION -> Layer.IPSEC;
            case NO_MAPPING, NOT_TAKEN -> Layer.NHRP;
            case NO_ROUTE, LOOPS, ARRIVES -> Layer.ROUTING;
        };
    }

    /** Neighbours of all routing protocols that the router runs. */
    private static String neighbors(RouterView router) {
        List<String> protocols = new ArrayList<>();
        for (StateTable table : router.stateTables()) {
            if (table.name().endsWith(NEIGHBORS) && !table.name().equals(DISCOVERED)) {
                protocols.add(table.name() + " of " + router.name() + ": " + (table.rows().isEmpty() ? "none"
                        : String.join(", ", table.rows().stream().map(row -> row.getFirst()).toList())));
            }
        }
        return protocols.isEmpty() ? router.name() + " runs no routing protocol" : String.join("; ", protocols);
    }

    private static String mend(ProbedPath path, RouterView router, Endpoint to) {
        return switch (path.outcome()) {
            case LOOPS -> "break the loop: compare 'show ip route " + to.address() + "' of " + String.join(", ", path.devices());
            case NO_ROUTE -> "let " + router.name() + " learn a route to " + to.address()
                    + ": neighbours on the tunnel, announced networks, summary, filters, static routes";
            case NO_POWER -> "restore the power";
            case INTERFACE_DOWN -> "bring the line up: cable, provider, 'no shutdown'";
            case NOT_CARRIED -> "mend the way through the transport: line, provider, firewall on the way. Where a tunnel between two "
                    + "spokes is broken and those to the hub are not, 'clear ip nhrp' on both takes packets over the hub meanwhile";
            case NO_SECURITY_ASSOCIATION -> "one end has lost what the other still uses: dead peer detection clears it, or 'clear crypto "
                    + "session' on " + router.name() + "; see that UDP 500 and 4500 pass between the two";
            case NO_MAPPING, NOT_TAKEN, ARRIVES -> "look at " + router.name() + ": 'show dmvpn', 'show ip nhrp', and compare network-id, "
                    + "tunnel key and authentication of the two ends";
        };
    }
}
