package dmvpn.bench.simulation;

import dmvpn.network.CompiledNetwork;
import dmvpn.sim.RouterView;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import java.time.Duration;

/** Runs a star until it has converged. */
final class StarRun {

    /** All spokes have registered and all routes are there long before; then hellos for a while. */
    private static final Duration LENGTH = Duration.ofSeconds(20);

    private StarRun() {
    }

    static Simulation run(CompiledNetwork network, boolean recording) {
        SimulationOptions options = SimulationOptions.DEFAULT.withUntil(LENGTH);
        Simulation simulation = Simulation.create(network, recording ? options : options.withoutRecording());
        simulation.run();
        return simulation;
    }

    /** Sees to it that what is measured is a network that came up. */
    static void assertConverged(Simulation simulation) {
        int spokes = simulation.routers().size() - 1;
        String table = simulation.routers().getFirst().show("show ip route").orElse("");
        long learned = table.lines().filter(line -> line.startsWith("D ") && line.contains("via 10.0.")).count();
        RouterView last = simulation.routers().getLast();
        if (learned < spokes || !last.show("show ip route").orElse("").contains("10.0.0.0/8 [90/")) {
            throw new IllegalStateException("The star of " + spokes + " spokes has not converged: the hub has learned "
                    + learned + " routes");
        }
    }
}
