package dmvpn.sim.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.network.CompiledNetwork;
import dmvpn.sim.Simulation;
import dmvpn.sim.RouterView;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.scenario.Verdict;
import dmvpn.sim.snapshot.Timeless;
import dmvpn.sim.testing.ReferenceNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTravelTest {

    private static final Duration LENGTH = Duration.ofSeconds(12);

    private final CompiledNetwork network = lossyNetwork();

    private static CompiledNetwork lossyNetwork() {
        ReferenceNetwork builder = new ReferenceNetwork().jitter(Duration.ofMillis(3)).loss(0.05).duration(12);
        return builder.ping(3, builder.spokeHost(1), builder.spokeHost(2)).fail(7, "S2").restore(9, "S2").build();
    }

    /** Key frames so close together that a short run has many. */
    private TimeTravel<SteppedRun> session(long seed) {
        Simulation simulation = Simulation.create(network, options(seed));
        return new TimeTravel<>(() -> simulation, new Spacing(1000, 9, 2, 3));
    }

    /** Counts on when the run is put back. */
    private static final class StepCounter implements Timeless {
        private int steps;
    }

    private record CountedRun(Simulation simulation, StepCounter counter) implements SteppedRun {

        @Override
        public boolean step() {
            counter.steps++;
            return simulation.step();
        }
    }

    private static SimulationOptions options(long seed) {
        return SimulationOptions.DEFAULT.withScenario("scenario").withSeed(seed);
    }

    /** The states of a run that only goes forward, by step. */
    private List<String> straightRun(long seed) {
        Simulation straight = Simulation.create(network, options(seed));
        List<String> hashes = new ArrayList<>();
        hashes.add(SessionState.of(straight, 0).hash());
        while (!straight.isFinished()) {
            straight.step();
            hashes.add(SessionState.of(straight, hashes.size()).hash());
        }
        return hashes;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aRandomWalkFindsAtEachPlaceWhatAStraightRunFindsThere(long seed) {
        List<String> straight = straightRun(seed);
        TimeTravel<SteppedRun> session = session(seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int move = 0; move < 120; move++) {
            switch (random.nextInt(6)) {
                case 0 -> session.runToStep(random.nextInt(straight.size()));
                case 1 -> session.runTo(Duration.ofNanos(random.nextLong(LENGTH.toNanos())));
                case 2 -> session.runToEvent(random.nextInt(Math.max(1, session.longestTrace().size())));
                case 3 -> session.stepForward();
                default -> session.stepBack();
            }
            int step = session.steps();
            SessionState here = session.state();
            assertThat(session.stateAt(step).hash()).isEqualTo(straight.get(step));
            assertThat(session.state()).as("a look elsewhere moves nothing").isEqualTo(here);
            session.runToStep(step);
            assertThat(session.state().hash()).as("step %d", step).isEqualTo(straight.get(step));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 5})
    void anInstantIsTheSameWhereverTheWayThereBegan(long seed) {
        TimeTravel<SteppedRun> session = session(seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int move = 0; move < 40; move++) {
            Duration instant = Duration.ofNanos(random.nextLong(LENGTH.toNanos() + 1));
            Simulation straight = Simulation.create(network, options(seed));
            straight.runUntil(instant);
            session.runTo(instant);
            SessionState state = session.state();
            assertThat(state).isEqualTo(SessionState.of(straight, state.step()));
            assertThat(state.timeNanos()).isEqualTo(instant.toNanos());
        }
    }

    @Test
    void aStepBackFromBetweenTwoEventsGoesToRightBehindTheEarlierOne() {
        TimeTravel<SteppedRun> session = session(1);
        session.runTo(Duration.ofMillis(2_500));
        int step = session.steps();
        assertThat(session.stepBack()).isTrue();
        assertThat(session.steps()).isEqualTo(step);
        assertThat(session.simulation().nowNanos()).isLessThan(Duration.ofMillis(2_500).toNanos());
        assertThat(session.stepBack()).isTrue();
        assertThat(session.steps()).isEqualTo(step - 1);
    }

    @Test
    void thereIsNothingBeforeTheStartAndBehindTheEnd() {
        TimeTravel<SteppedRun> session = session(1);
        assertThat(session.stepBack()).isFalse();
        session.runTo(Duration.ofDays(1));
        assertThat(session.simulation().isFinished()).isTrue();
        assertThat(session.stepForward()).isFalse();
        assertThat(session.runToStep(Integer.MAX_VALUE)).isFalse();
        assertThat(session.runToEvent(Integer.MAX_VALUE)).isFalse();
        assertThatThrownBy(() -> session.runTo(Duration.ofSeconds(-1))).hasMessageContaining("before its start");
        assertThatThrownBy(() -> session.runToStep(-1)).hasMessageContaining("begins at step 0");
    }

    @Test
    void anEventIsReachedRightBehindTheStepThatRecordsItAndTheLaterOnesStayKnown() {
        TimeTravel<SteppedRun> session = session(1);
        session.runTo(LENGTH);
        int all = session.longestTrace().size();
        session.runToEvent(40);
        assertThat(session.simulation().trace().size()).isGreaterThan(40);
        assertThat(session.simulation().nowNanos()).isEqualTo(session.longestTrace().event(40).timeNanos());
        assertThat(session.longestTrace().size()).isEqualTo(all);
    }

    @Test
    void aStepBackRepeatsFewSteps() {
        CompiledNetwork longNetwork = new ReferenceNetwork().duration(20_000).build();
        CountedRun run = new CountedRun(Simulation.create(longNetwork, options(1)), new StepCounter());
        TimeTravel<CountedRun> session = new TimeTravel<>(run);
        session.runTo(Duration.ofSeconds(20_000));
        int length = session.steps();
        assertThat(length).isGreaterThan(10_000);
        session.stepBack();
        int after = run.counter.steps;
        for (int time = 0; time < 1_000; time++) {
            session.stepBack();
        }
        assertThat((run.counter.steps - after) / 1_000).as("of %d steps", length).isLessThan(300);
        assertThat(session.steps()).isEqualTo(length - 1_001);
        assertThat(session.keyFrameBytes()).isLessThan(session.longestTrace().sizeInBytes() / 2);
    }

    @Test
    void whoHoldsARouterHoldsItWhereverTheSessionStands() {
        TimeTravel<SteppedRun> session = session(1);
        RouterView spoke = session.simulation().routerNamed("S1").orElseThrow();
        String atTheStart = spoke.stateTables().toString();
        session.runTo(LENGTH);
        assertThat(spoke.stateTables().toString()).isNotEqualTo(atTheStart);
        session.runToStep(0);
        assertThat(spoke.stateTables().toString()).isEqualTo(atTheStart);
    }

    @Test
    void aRunThatWasPutBackEndsAsItDidTheFirstTime() {
        TimeTravel<SteppedRun> session = session(3);
        session.runTo(LENGTH);
        String end = session.state().hash();
        List<Verdict> verdicts = session.simulation().verdicts();
        for (int step : new int[] {0, 17, session.steps() / 2, session.steps() - 1}) {
            session.runToStep(step);
            session.runTo(LENGTH);
            assertThat(session.state().hash()).as("from step %d", step).isEqualTo(end);
            assertThat(session.simulation().verdicts()).isEqualTo(verdicts);
            assertThat(session.longestTrace().hash()).isEqualTo(session.simulation().traceHash());
        }
    }
}
