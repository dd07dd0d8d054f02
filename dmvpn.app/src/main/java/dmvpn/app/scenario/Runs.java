package dmvpn.app.scenario;

import dmvpn.app.RequestException;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.scenario.Scenario;
import dmvpn.sim.Simulation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Which scenario of a model is run. */
public final class Runs {

    private static final int STEPS_BETWEEN_QUESTIONS = 1_000;

    private Runs() {
    }

    /**
     * The scenario to run when one run is asked for: the named one, else the model's first; empty when it has none.
     *
     * @throws RequestException when the model has no scenario of the name
     */
    public static Optional<Scenario> scenario(CompiledNetwork network, Optional<String> name) throws RequestException {
        if (name.isEmpty()) {
            return network.scenarios().stream().findFirst();
        }
        Optional<Scenario> found = network.scenarioNamed(name.get());
        if (found.isEmpty()) {
            throw new RequestException("Network " + network.name() + " has no scenario '" + name.get() + "'; "
                    + listed(network.scenarios()));
        }
        return found;
    }

    /**
     * Runs a simulation to its end, asking now and then whether somebody wants it to stop.
     *
     * @return false when it was stopped before
     */
    public static boolean toEnd(Simulation simulation, ProgressMonitor monitor) {
        boolean more = true;
        while (more) {
            if (monitor.isCancelled()) {
                return false;
            }
            for (int step = 0; more && step < STEPS_BETWEEN_QUESTIONS; step++) {
                more = simulation.step();
            }
        }
        return true;
    }

    /**
     * Says so when an invariant stopped a run: what it shows then is not what was asked for.
     *
     * @throws StoppedRunException with what to report
     */
    public static void requireSound(Simulation simulation) {
        simulation.violation().ifPresent(violation -> {
            throw new StoppedRunException(violation);
        });
    }

    /** The seed of a run: the one asked for, else that of the scenario, else the simulator's. */
    public static long seed(Optional<Scenario> scenario, OptionalLong wanted) {
        return wanted.orElseGet(() -> scenario.map(Scenario::seed).orElse(Simulation.DEFAULT_SEED));
    }

    private static String listed(List<Scenario> scenarios) {
        return scenarios.isEmpty() ? "it has none"
                : "it has " + scenarios.stream().map(Scenario::name).collect(Collectors.joining(", "));
    }
}
