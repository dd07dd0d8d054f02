package dmvpn.app.storm;

import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.scenario.Runs;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Scenario;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.invariant.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs of one network, calm and through storms, and how they compare. */
final class StormRun {

    private static final String NAME = "Storm";

    private final CompiledNetwork network;
    private final ProgressMonitor monitor;
    private final HealingTime healingTime;
    private final StormTraffic traffic;
    private final Set<String> pairs;
    /** Null until the first storm. */
    private WorkingState calm;
    private Optional<Violation> calmViolation = Optional.empty();

    StormRun(CompiledNetwork network, ProgressMonitor monitor) {
        this.network = network;
        this.monitor = monitor;
        this.healingTime = HealingTime.of(network);
        this.traffic = new StormTraffic(network);
        this.pairs = new LinkedHashSet<>(traffic.names());
    }

    HealingTime healingTime() {
        return healingTime;
    }

    Optional<StormResult.Calm> calm() {
        return Optional.ofNullable(calm).map(state -> new StormResult.Calm(state.servers().size(), state.pairs().size(), pairs.size()));
    }

    /** Empty when somebody stopped it. */
    Optional<StormOutcome> through(Storm storm) {
        if (calm == null) {
            Optional<Simulation> run = run(new Storm(Simulation.DEFAULT_SEED, List.of(), Duration.ZERO));
            if (run.isEmpty()) {
                return Optional.empty();
            }
            calm = WorkingState.of(run.get(), pairs);
            calmViolation = run.get().violation();
        }
        if (calmViolation.isPresent()) {
            // There is nothing to compare with, and no need of a storm.
            return Optional.of(new StormOutcome(storm, List.of(), calmViolation, 0));
        }
        return run(storm).map(run -> new StormOutcome(storm,
                run.violation().isPresent() ? List.of() : WorkingState.of(run, pairs).missing(calm), run.violation(), run.trace().size()));
    }

    private Optional<Simulation> run(Storm storm) {
        Duration tested = storm.repaired().plus(healingTime.total());
        List<Action> actions = new ArrayList<>(traffic.actions(storm.repaired(), tested));
        storm.steps().forEach(step -> actions.add(step.action()));
        Scenario scenario = new Scenario(NAME, storm.seed(), tested.plus(StormTraffic.testing()), actions, List.of(), Origin.NONE);
        Simulation simulation = Simulation.create(new CompiledNetwork(network.name(), network.transports(), network.clouds(),
                network.devices(), network.hosts(), List.of(scenario), network.secretsFiles(), network.origin()),
                SimulationOptions.DEFAULT.withScenario(NAME));
        return Runs.toEnd(simulation, monitor) ? Optional.of(simulation) : Optional.empty();
    }
}
