package dmvpn.app.storm;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.testing.Models;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Scenario;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.session.SteppedRun;
import dmvpn.sim.session.TimeTravel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a network is made of, its run follows from model, scenario and seed, and going back in it is exact: all examples, which
 * have every routing protocol, both key exchanges, both families and both platforms between them, in random storms. One storm an
 * example in every build, 1,000 with {@code -Ddmvpn.tests.long=true}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeterministicStormsTest {

    private static final Duration STORM = Duration.ofSeconds(90);
    private static final Duration RUN = Duration.ofSeconds(100);
    private static final int FAULTS = 6;
    private static final int MOVES = 6;
    private static final int MANY_STORMS = 1_000;
    private static final SimulationOptions OPTIONS = SimulationOptions.DEFAULT.withScenario("storm");

    private final Map<String, CompiledNetwork> networks = new HashMap<>();

    static Stream<Arguments> storms() throws IOException {
        List<String> examples;
        try (Stream<Path> folders = Files.list(Models.EXAMPLES)) {
            examples = folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).sorted().toList();
        }
        return LongStream.range(0, Boolean.getBoolean("dmvpn.tests.long") ? MANY_STORMS : examples.size())
                .mapToObj(seed -> Arguments.of(examples.get((int) (seed % examples.size())), seed));
    }

    private CompiledNetwork stormy(String example, long seed) {
        CompiledNetwork network = networks.computeIfAbsent(example, Models::example);
        Storm storm = StormPlanner.plan(network, seed, FAULTS, STORM);
        List<Action> actions = new ArrayList<>(new StormTraffic(network).actions(Duration.ofSeconds(30), Duration.ofSeconds(95)));
        storm.steps().forEach(step -> actions.add(step.action()));
        return new CompiledNetwork(network.name(), network.transports(), network.clouds(), network.devices(), network.hosts(),
                List.of(new Scenario("storm", seed, RUN, actions, List.of(), Origin.NONE)), network.secretsFiles(), network.origin());
    }

    @ParameterizedTest
    @MethodSource("storms")
    void theSameStormGivesTheSameTrace(String example, long seed) {
        Simulation once = Simulation.create(stormy(example, seed), OPTIONS);
        Simulation again = Simulation.create(stormy(example, seed), OPTIONS);
        once.run();
        while (again.step()) {
            // the same run, event by event
        }

        assertThat(once.violation()).as("%s, seed %d", example, seed).isEmpty();
        assertThat(again.traceHash()).as("%s, seed %d", example, seed).isEqualTo(once.traceHash());
    }

    @ParameterizedTest
    @MethodSource("storms")
    void backAndForthInAStormIsExact(String example, long seed) {
        CompiledNetwork network = stormy(example, seed);
        Simulation straight = Simulation.create(network, OPTIONS);
        straight.run();
        TimeTravel<SteppedRun> travel = TimeTravel.in(network, OPTIONS);
        SplittableRandom random = new SplittableRandom(seed);
        Map<Integer, String> states = new HashMap<>();
        for (int move = 0; move < MOVES; move++) {
            travel.runToEvent(random.nextInt(straight.trace().size()));
            String there = travel.state().hash();
            assertThat(states.computeIfAbsent(travel.steps(), step -> there)).as("%s, seed %d, step %d", example, seed, travel.steps())
                    .isEqualTo(there);
            travel.stepBack();
            travel.stepForward();
            assertThat(travel.state().hash()).as("%s, seed %d, step %d", example, seed, travel.steps()).isEqualTo(there);
        }
        travel.runTo(RUN);
        assertThat(travel.simulation().traceHash()).as("%s, seed %d", example, seed).isEqualTo(straight.traceHash());
    }
}
