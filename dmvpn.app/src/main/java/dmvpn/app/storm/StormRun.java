package dmvpn.app.storm;

import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.scenario.Runs;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Endpoint;
import dmvpn.network.scenario.Scenario;
import dmvpn.network.underlay.Host;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.invariant.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Runs of one network, calm and through storms, and how they compare. */
final class StormRun {

    /** Hosts that ping each other; of larger networks a few, evenly from the first to the last. */
    private static final int MOST_HOSTS = 8;
    private static final Duration PING_INTERVAL = Duration.ofSeconds(1);
    private static final int PING_COUNT = 20;
    /** Until the last request is answered, or will not be. */
    private static final Duration PINGING = PING_INTERVAL.multipliedBy(PING_COUNT + 10L);
    private static final String NAME = "Storm";
    private static final String TRAFFIC = "traffic ";

    private final CompiledNetwork network;
    private final ProgressMonitor monitor;
    private final HealingTime healingTime;
    private final List<Endpoint> endpoints;
    private final Set<String> pairs = new LinkedHashSet<>();
    /** Null until the first storm. */
    private WorkingState calm;
    private Optional<Violation> calmViolation = Optional.empty();

    StormRun(CompiledNetwork network, ProgressMonitor monitor) {
        this.network = network;
        this.monitor = monitor;
        this.healingTime = HealingTime.of(network);
        this.endpoints = endpoints(network.hosts());
    }

    private static List<Endpoint> endpoints(List<Host> hosts) {
        List<Endpoint> endpoints = new ArrayList<>();
        int count = Math.min(MOST_HOSTS, hosts.size());
        for (int index = 0; index < count; index++) {
            Host host = hosts.get(count == 1 ? 0 : (int) ((long) index * (hosts.size() - 1) / (count - 1)));
            endpoints.add(new Endpoint(host.name(), host.device(), host.address().address(), Origin.NONE));
        }
        return endpoints;
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
        List<Action> actions = new ArrayList<>();
        for (Endpoint from : endpoints) {
            for (Endpoint to : endpoints) {
                if (!from.address().equals(to.address())) { // in different VRFs two hosts may have one
                    // Traffic before and during the storm, so that there are shortcuts and associations to lose.
                    if (!storm.repaired().isZero()) {
                        actions.add(ping(Duration.ofSeconds(1), TRAFFIC + pair(from, to), from, to, PING_INTERVAL.multipliedBy(7),
                                (int) (storm.repaired().toSeconds() / 7)));
                    }
                    actions.add(ping(tested, pair(from, to), from, to, PING_INTERVAL, PING_COUNT));
                    pairs.add(pair(from, to));
                }
            }
        }
        storm.steps().forEach(step -> actions.add(step.action()));
        Scenario scenario = new Scenario(NAME, storm.seed(), tested.plus(PINGING), actions, List.of(), Origin.NONE);
        Simulation simulation = Simulation.create(new CompiledNetwork(network.name(), network.transports(), network.clouds(),
                network.devices(), network.hosts(), List.of(scenario), network.secretsFiles(), network.origin()),
                SimulationOptions.DEFAULT.withScenario(NAME));
        return Runs.toEnd(simulation, monitor) ? Optional.of(simulation) : Optional.empty();
    }

    private static String pair(Endpoint from, Endpoint to) {
        return from.text() + " to " + to.text();
    }

    private static Action.Ping ping(Duration at, String name, Endpoint from, Endpoint to, Duration interval, int count) {
        return new Action.Ping(at, name, from, to, Optional.of(interval), OptionalInt.of(Math.max(1, count)), Origin.NONE);
    }
}
