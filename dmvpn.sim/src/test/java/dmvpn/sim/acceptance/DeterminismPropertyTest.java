package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.scenario.PingResult;
import dmvpn.sim.session.SteppedRun;
import dmvpn.sim.session.TimeTravel;
import dmvpn.sim.testing.ReferenceNetwork;
import dmvpn.sim.trace.RecordedEvent;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same network, scenario and seed give the same run, whatever jitter, loss and failures they bring. A sample in every
 * build, 1,000 networks with {@code -Ddmvpn.tests.long=true}.
 */
class DeterminismPropertyTest {

    private static final SimulationOptions SCENARIO = SimulationOptions.DEFAULT.withScenario("scenario");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Boolean.getBoolean("dmvpn.tests.long") ? 1_000 : 30);
    }

    /** A network and a scenario that follow from the seed: jitter, loss, one failure of a router and one of a path. */
    private static CompiledNetwork randomNetwork(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        ReferenceNetwork network = new ReferenceNetwork().seed(seed).spokes(random.nextInt(2, 5))
                .jitter(Duration.ofMillis(random.nextInt(1, 30))).loss(random.nextDouble(0.0, 0.1)).duration(160);
        if (random.nextBoolean()) {
            network.withoutSummary();
        }
        if (random.nextBoolean()) {
            network.dhcpSpokes();
        }
        design(network, random);
        int failure = random.nextInt(20, 90);
        String victim = random.nextBoolean() ? "H1" : "S1";
        return network.fail(failure, victim).restore(failure + random.nextInt(1, 60), victim)
                .failPath(random.nextInt(10, 120), "S1", "S2")
                .ping(random.nextInt(5, 40), network.spokeHost(1), network.spokeHost(2)).build();
    }

    private static void design(ReferenceNetwork network, RandomGenerator random) {
        switch (random.nextInt(4)) {
            case 0 -> network.phase1();
            case 1 -> network.phase2();
            default -> network.noUniqueRegistration(); // and Phase 3
        }
        switch (random.nextInt(6)) {
            case 0 -> network.tunnelMode();
            case 1 -> network.withoutProtection();
            case 2 -> network.withoutDeadPeerDetection();
            case 3 -> network.leasedBehindPat("S1").natKeepalive(5);
            case 4 -> network.frontDoorVrf("INET");
            default -> network.natKeepalive(20);
        }
        if (random.nextInt(3) == 0) {
            network.staticRouting();
        }
    }

    /** Time travel repeats a run and pauses it where it was: from there it goes on as if nobody had looked. */
    @ParameterizedTest
    @MethodSource("seeds")
    void fromAStateInTheMiddleItGoesOnTheSame(long seed) {
        Simulation straight = Simulation.create(randomNetwork(seed), SCENARIO);
        straight.run();
        TimeTravel<SteppedRun> travel = TimeTravel.in(randomNetwork(seed), SCENARIO);
        travel.runToEvent((int) new SplittableRandom(seed).nextLong(straight.trace().size()));
        int middle = travel.steps();
        String there = travel.state().hash();
        travel.stepBack();
        travel.stepForward();

        assertThat(travel.steps()).as("seed %d", seed).isEqualTo(middle);
        assertThat(travel.state().hash()).as("seed %d, step %d", seed, middle).isEqualTo(there);
        travel.runTo(Duration.ofNanos(straight.endNanos()));
        assertThat(travel.simulation().traceHash()).as("seed %d, from step %d", seed, middle).isEqualTo(straight.traceHash());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameSeedGivesTheSameTrace(long seed) {
        Simulation once = Simulation.create(randomNetwork(seed), SCENARIO);
        Simulation again = Simulation.create(randomNetwork(seed), SCENARIO);
        once.run();
        while (again.step()) {
            // the same run, event by event
        }

        assertThat(again.traceHash()).as("seed %d", seed).isEqualTo(once.traceHash());
        assertThat(again.trace().size()).as("seed %d", seed).isEqualTo(once.trace().size()).isGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theTraceIsInOrderAndEachCauseIsBeforeItsEffect(long seed) {
        Simulation run = Simulation.create(randomNetwork(seed), SCENARIO);
        run.run();

        long lastNanos = 0;
        for (RecordedEvent event : run.trace()) {
            assertThat(event.timeNanos()).as("seed %d, event %d", seed, event.index()).isGreaterThanOrEqualTo(lastNanos);
            assertThat(event.causeIndex()).as("seed %d, event %d", seed, event.index()).isLessThan(event.index());
            lastNanos = event.timeNanos();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void recordingDoesNotChangeTheRun(long seed) {
        Simulation recorded = Simulation.create(randomNetwork(seed), SCENARIO);
        Simulation unrecorded = Simulation.create(randomNetwork(seed), SCENARIO.withoutRecording());
        recorded.run();
        unrecorded.run();

        assertThat(unrecorded.trace().size()).isZero();
        assertThat(requests(unrecorded)).as("seed %d", seed).isEqualTo(requests(recorded));
        assertThat(tables(unrecorded)).as("seed %d", seed).isEqualTo(tables(recorded));
    }

    /** Asking where a packet would go, and what the tables say, leaves no mark. */
    @ParameterizedTest
    @MethodSource("seeds")
    void lookingDoesNotChangeTheRun(long seed) {
        ReferenceNetwork endpoints = new ReferenceNetwork();
        Simulation watched = Simulation.create(randomNetwork(seed), SCENARIO);
        Simulation unwatched = Simulation.create(randomNetwork(seed), SCENARIO);
        for (int second = 1; second < 160; second += 3) {
            watched.runUntil(Duration.ofSeconds(second));
            watched.path(endpoints.spokeHost(1), endpoints.spokeHost(2));
            tables(watched);
        }
        watched.run();
        unwatched.run();

        assertThat(watched.traceHash()).as("seed %d", seed).isEqualTo(unwatched.traceHash());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRouterWithoutPowerDoesNothing(long seed) {
        Simulation run = Simulation.create(randomNetwork(seed), SCENARIO);
        run.run();

        boolean[] off = new boolean[run.trace().nodeNames().size()];
        for (RecordedEvent event : run.trace()) {
            if (event.protocol().equals("Device")) {
                off[event.node()] = event.message().equals("power off");
            } else if (!event.protocol().equals("Scenario") && !event.protocol().equals("NAT") // a box in front of it has its own
                    && !event.message().equals("packet lost")) {
                assertThat(off[event.node()]).as("seed %d: %s", seed, event).isFalse();
            }
        }
    }

    @Test
    void anotherSeedGivesAnotherTrace() {
        Simulation one = Simulation.create(randomNetwork(1), SCENARIO.withSeed(1));
        Simulation other = Simulation.create(randomNetwork(1), SCENARIO.withSeed(2));
        one.run();
        other.run();

        assertThat(one.traceHash()).isNotEqualTo(other.traceHash());
    }

    private static List<PingResult.Request> requests(Simulation simulation) {
        return simulation.pings().get(0).requests();
    }

    private static List<String> tables(Simulation simulation) {
        return simulation.routers().stream().flatMap(router -> router.showCommands().stream())
                .map(command -> command.command() + "\n" + command.text().get()).toList();
    }
}
