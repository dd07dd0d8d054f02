package dmvpn.bench.simulation;

import dmvpn.network.CompiledNetwork;
import dmvpn.sim.RouterView;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.trace.TraceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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

    /** Runs with the trace in a file, which is there afterwards. */
    static Simulation runToDisk(CompiledNetwork network, Path path) throws IOException {
        try (TraceFile file = TraceFile.create(path)) {
            Simulation simulation = Simulation.create(network, SimulationOptions.DEFAULT.withUntil(LENGTH).withTraceFile(file));
            simulation.run();
            simulation.closeTrace();
            return simulation;
        }
    }

    /** Runs several equal stars at once, each as far as the others, a turn at a time. */
    static void runInTurns(CompiledNetwork network, int stars, Duration turn) {
        List<Simulation> simulations = new ArrayList<>(stars);
        for (int star = 0; star < stars; star++) {
            simulations.add(Simulation.create(network, SimulationOptions.DEFAULT.withUntil(LENGTH)));
        }
        for (Duration until = turn; until.compareTo(LENGTH) <= 0; until = until.plus(turn)) {
            for (Simulation simulation : simulations) {
                simulation.runUntil(until);
            }
        }
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
