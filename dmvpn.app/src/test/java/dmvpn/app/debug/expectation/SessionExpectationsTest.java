package dmvpn.app.debug.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.debug.expectation.JudgedExpectation.Outcome;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.testing.Models;
import dmvpn.network.CompiledNetwork;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.trace.RecordedEvent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of expectations, wherever the run stands. */
class SessionExpectationsTest {

    private static final String SCENARIO = """
            scenario Mixed { seed 7  duration 30s
              expect at 20s path Branch.lan to HQ.lan is direct
              expect at 1s path Branch.lan to HQ.lan is direct
              expect at 20s path Branch.lan to HQ.lan is direct
            }
            """;

    @TempDir
    private Path folder;
    private DebugSession session;
    private SessionExpectations expectations;

    @BeforeEach
    void begin() throws Exception {
        String model = Models.SOUND.substring(0, Models.SOUND.indexOf("scenario")) + SCENARIO;
        CompiledNetwork network = ModelReader.standalone().read(List.of(Models.write(folder, "net.dmvpn", model)), ProgressMonitor.NONE)
                .getFirst().soundNetwork().orElseThrow();
        session = new DebugSession(network, SimulationOptions.DEFAULT.withScenario("Mixed"));
        expectations = new SessionExpectations(session);
    }

    @Test
    void allAreOpenBeforeTheRunBegins() {
        assertThat(expectations.all()).hasSize(3).extracting(JudgedExpectation::outcome).containsOnly(Outcome.OPEN);
        assertThat(expectations.all().get(1).text()).contains("at 1s");
        assertThat(expectations.all().get(1).origin().line()).isPositive();
    }

    @Test
    void eachIsJudgedWithAnEventThatStaysKnownWhenOneGoesBack() {
        while (session.run(1_000)) {
            assertThat(session.isFinished()).isFalse();
        }
        List<JudgedExpectation> all = expectations.all();
        session.goToEvent(3);

        assertThat(all).extracting(JudgedExpectation::outcome).containsExactly(Outcome.MET, Outcome.VIOLATED, Outcome.MET);
        assertThat(all).extracting(JudgedExpectation::time).containsExactly("20.000", "1.000", "20.000");
        assertThat(expectations.all()).isEqualTo(all);
        assertThat(new SessionExpectations(session).all()).as("who comes later").isEqualTo(all);
        int event = all.get(1).judgement().orElseThrow().event();
        session.goToEvent(event);
        assertThat(session.event().map(RecordedEvent::message)).contains("expectation violated");
        assertThat(all.get(0).judgement()).isNotEqualTo(all.get(2).judgement());
    }

    @Test
    void oneWhoseInstantNeverComesIsViolatedAtTheEnd() throws Exception {
        DebugSession brief = new DebugSession(Models.example("phase3-eigrp"),
                SimulationOptions.DEFAULT.withScenario(Models.example("phase3-eigrp").scenarios().getFirst().name()).withUntil(java.time.Duration.ofSeconds(1)));
        while (brief.run(1_000)) {
            assertThat(brief.isFinished()).isFalse();
        }

        assertThat(new SessionExpectations(brief).all()).filteredOn(each -> each.text().startsWith("at ")).hasSize(7).allSatisfy(expectation -> {
            assertThat(expectation.outcome()).isEqualTo(Outcome.VIOLATED);
            assertThat(expectation.judgement()).isEmpty();
            assertThat(expectation.explanation()).contains("the run ended before");
        });
    }
}
