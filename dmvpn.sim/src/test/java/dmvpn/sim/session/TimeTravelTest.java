package dmvpn.sim.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.network.CompiledNetwork;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
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

    private TimeTravel<SteppedRun> session(long seed) {
        return TimeTravel.in(network, options(seed));
    }

    private record CountedRun(Simulation simulation, int[] stepsDone) implements SteppedRun {

        @Override
        public boolean step() {
            stepsDone[0]++;
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
    void pausedRunsAreBoundedAndAStepBackNearOneIsShort() {
        int[] made = new int[1];
        int[] stepsDone = new int[1];
        TimeTravel<SteppedRun> session = new TimeTravel<>(() -> {
            made[0]++;
            return new CountedRun(Simulation.create(network, options(1)), stepsDone);
        }, 2);
        session.runTo(Duration.ofSeconds(3));
        session.runTo(Duration.ofSeconds(10));
        session.stepBack();
        session.stepBack();
        int before = made[0];
        int stepsBefore = stepsDone[0];
        session.stepForward();
        session.stepForward();
        assertThat(made[0]).isEqualTo(before);
        assertThat(stepsDone[0] - stepsBefore).as("the places are near").isLessThanOrEqualTo(2);
        session.stepBack();
        session.stepForward();
        session.stepBack();
        int near = stepsDone[0];
        for (int time = 0; time < 5; time++) {
            session.stepForward();
            session.stepBack();
        }
        assertThat(stepsDone[0]).as("back and forth over one event").isEqualTo(near);
    }
}
