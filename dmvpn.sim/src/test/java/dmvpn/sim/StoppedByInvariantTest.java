package dmvpn.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.invariant.Complaints;
import dmvpn.sim.invariant.Happening;
import dmvpn.sim.invariant.Invariant;
import dmvpn.sim.testing.ReferenceNetwork;
import dmvpn.sim.trace.RecordedEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run does when something does not hold that must hold in every run. */
class StoppedByInvariantTest {

    /** Does not hold: servers do come up. */
    private static final class NoServerComesUp implements Invariant.OfEvents {

        @Override
        public String name() {
            return "no server comes up";
        }

        @Override
        public void event(Happening happening, Complaints complaints) {
            if (happening.event().message().equals("NHS up")) {
                complaints.complain("one did");
            }
        }
    }

    private Simulation simulation(boolean recording) {
        SimulationOptions options = SimulationOptions.DEFAULT.withScenario("scenario").withSeed(5);
        return Simulation.create(new ReferenceNetwork().build(), recording ? options : options.withoutRecording(),
                List.of(new NoServerComesUp()));
    }

    @Test
    void aRunEndsWithTheStepThatBreaksAnInvariant() {
        Simulation run = simulation(true);
        run.run();
        Simulation stepped = simulation(true);
        while (stepped.step()) {
            continue;
        }
        Simulation timed = simulation(true);
        timed.runUntil(Duration.ofSeconds(50));

        assertThat(List.of(run, stepped, timed)).allSatisfy(simulation -> {
            assertThat(simulation.isFinished()).isTrue();
            assertThat(simulation.nowNanos()).isEqualTo(Duration.ofMillis(1_020).toNanos());
            assertThat(simulation.violation().orElseThrow().text()).contains("'no server comes up' does not hold at 1.020 s on S")
                    .contains("one did (seed 5, event ");
            int event = simulation.violation().orElseThrow().event();
            assertThat(simulation.trace().event(event).message()).isEqualTo("NHS up");
            assertThat(simulation.step()).isFalse();
            RecordedEvent last = simulation.trace().event(simulation.trace().size() - 1);
            assertThat(last.protocol() + " " + last.message() + ": " + last.field("explanation").orElseThrow().text())
                    .as("who looks at the run sees why it ends").isEqualTo("Simulator invariant violated: one did");
        });
    }

    @Test
    void aRunWithoutATraceIsWatchedToo() {
        Simulation run = simulation(false);
        run.run();
        assertThat(run.violation()).isPresent();
    }

    @Test
    void aSoundRunHasNoViolation() {
        Simulation run = Simulation.create(new ReferenceNetwork().build(), SimulationOptions.DEFAULT);
        run.run();
        assertThat(run.violation()).isEmpty();
    }
}
