package dmvpn.app.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.app.RequestException;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.testing.Models;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StormServiceTest {

    private static final Path PHASE_3 = Models.EXAMPLES.resolve("phase3-eigrp");
    private static final Duration LENGTH = Duration.ofMinutes(5);

    private final StormService service = new StormService(ModelReader.standalone());

    @TempDir
    private Path folder;

    @Test
    void theSameSeedGivesTheSameStormWithTheSameOutcome() throws RequestException {
        List<StormOutcome> told = new ArrayList<>();
        StormResult once = service.run(PHASE_3, new StormRequest(7, 2, 10, LENGTH), told::add, ProgressMonitor.NONE);
        StormResult again = service.run(PHASE_3, new StormRequest(7, 2, 10, LENGTH), outcome -> { }, ProgressMonitor.NONE);

        assertThat(once.outcomes()).isEqualTo(again.outcomes()).isEqualTo(told).hasSize(2);
        assertThat(once.outcomes().get(0).storm().steps()).isNotEqualTo(once.outcomes().get(1).storm().steps());
        assertThat(once.healed()).isTrue();
        assertThat(once.calm().orElseThrow()).isEqualTo(new StormResult.Calm(2, 6, 6));
    }

    /** So that what is printed is what was run: kinds, places and times of all steps. */
    @ParameterizedTest
    @ValueSource(strings = {"phase3-eigrp", "hub-cluster", "cloud-hosted-hub", "dual-isp"})
    void aPrintedStormIsAScenarioOfTheLanguageWithTheSameSteps(String design) throws IOException, RequestException {
        CompiledNetwork network = Models.example(design);
        Storm storm = StormPlanner.plan(network, 3, 40, LENGTH);
        String text = Files.readString(Models.exampleFile(design)) + "\n" + String.join("\n",
                service.scenarios(Models.EXAMPLES.resolve(design), new StormRequest(3, 1, 40, LENGTH), ProgressMonitor.NONE));
        Path file = Files.writeString(folder.resolve("model.dmvpn"), text);

        Scenario read = ModelReader.standalone().readOne(file, ProgressMonitor.NONE).soundNetwork().orElseThrow()
                .scenarioNamed("Storm3").orElseThrow();

        assertThat(read.actions().stream().filter(action -> !(action instanceof Action.Ping))
                .map(StormServiceTest::withoutOrigins).sorted().toList())
                .isEqualTo(storm.steps().stream().map(StormStep::action).map(StormServiceTest::withoutOrigins).sorted().toList());
        assertThat(read.seed()).isEqualTo(3);
        // Between each two hosts one while it storms and one when all is repaired.
        assertThat(read.actions()).filteredOn(Action.Ping.class::isInstance)
                .hasSize(2 * new StormTraffic(network).names().size());
    }

    /** A transport that is called like a keyword, and a subinterface, which a statement cannot name. */
    @Test
    void aPrintedStormIsReadWhateverTheNames() throws IOException, RequestException {
        String model = Models.SOUND.replace("transport Internet", "transport ^hub").replace("wan Internet", "wan ^hub")
                .replace("lan 192.168.11.0/24", "lan 192.168.11.0/24 interface Gi0/0/0.123").replace("spoke Branch ", "spoke ^spoke ")
                .replace("Branch.lan", "^spoke.lan");
        Path file = Models.write(folder, "names.dmvpn", model);
        StormRequest request = new StormRequest(0, 8, 60, LENGTH);

        Files.writeString(file, model + String.join("\n", service.scenarios(file, request, ProgressMonitor.NONE)));

        assertThat(ModelReader.standalone().readOne(file, ProgressMonitor.NONE).soundNetwork().orElseThrow().scenarios())
                .hasSize(9).last().matches(scenario -> scenario.actions().size() > 60);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 1, 60", "0, 0, 1, 60", "0, 1, 0, 60", "0, 1, 1, 0", "0, 1, 1, 700000", "9223372036854775807, 3, 1, 60"})
    void whatIsNoStormIsRefused(long seed, int storms, int faults, long seconds) {
        assertThatThrownBy(() -> new StormRequest(seed, storms, faults, Duration.ofSeconds(seconds)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("Storms: the ");
    }

    private static String withoutOrigins(Action action) {
        return action.toString().replaceAll(", origin=[^,\\]]*", "");
    }

    @ParameterizedTest
    @CsvSource({"phase3-eigrp,eigrp", "phase2-ospf,ospf", "dual-cloud-bgp,bgp"})
    void theRoutingProtocolOfADesignIsClearedToo(String design, String protocol) {
        CompiledNetwork network = Models.example(design);

        assertThat(LongStream.range(0, 20).mapToObj(seed -> StormPlanner.plan(network, seed, 20, LENGTH))
                .flatMap(storm -> storm.steps().stream()).map(StormStep::statement))
                .anyMatch(statement -> statement.startsWith("clear " + protocol + " on "));
    }

    /** Silence that ends a neighbour: hold time, dead interval, hold time of the session, flush timer. */
    @ParameterizedTest
    @CsvSource({"phase3-eigrp, 15", "phase2-ospf, 40", "dual-cloud-bgp, 30", "phase2-rip, 240", "phase3-odr, 240"})
    void theRoutingProtocolHasItsPartInTheTimeToHeal(String design, long seconds) {
        assertThat(HealingTime.of(Models.example(design)).parts())
                .containsEntry("a neighbour is declared dead", Duration.ofSeconds(seconds));
    }

    @Test
    void nothingIsBrokenBehindTheLastRepair() {
        CompiledNetwork network = Models.example("phase3-eigrp");
        for (long seed = 0; seed < 200; seed++) {
            Storm storm = StormPlanner.plan(network, seed, 20, LENGTH);
            long failed = storm.steps().stream().filter(step -> step.statement().startsWith("fail ")).count();
            long restored = storm.steps().stream().filter(step -> step.statement().startsWith("restore ")).count();

            assertThat(failed).as("seed %d", seed).isEqualTo(restored);
            assertThat(storm.steps()).as("seed %d", seed).allMatch(step -> step.action().at().compareTo(storm.repaired()) <= 0);
        }
    }

    @Test
    void theTimeToHealIsThatOfTheModelsTimersAndSaysWhich() {
        Map<String, Duration> parts = HealingTime.of(Models.example("phase3-eigrp")).parts();

        assertThat(parts).containsEntry("what NHRP holds expires", Duration.ofMinutes(10))
                .containsEntry("a dead peer is found out", Duration.ofSeconds(120))
                .containsEntry("a neighbour is declared dead", Duration.ofSeconds(15));
    }

    @Test
    void whatWorksInACalmRunAloneIsMissing() {
        WorkingState calm = new WorkingState(Map.of("B1 Tunnel1", 2, "B2 Tunnel1", 1), Set.of("B1-lan to B2-lan"));

        assertThat(new WorkingState(Map.of("B1 Tunnel1", 1, "B2 Tunnel1", 1), Set.of()).missing(calm)).containsExactly(
                "B1 Tunnel1: 1 of 2 next-hop servers answer", "B1-lan to B2-lan: no answer to pings");
        assertThat(calm.missing(calm)).isEmpty();
        assertThat(calm.missing(new WorkingState(Map.of(), Set.of()))).isEmpty();
    }

    @Test
    void aModelWithErrorsIsNotRunAndOneWithoutRoutersIsRefused() throws IOException, RequestException {
        Path broken = Files.writeString(folder.resolve("broken.dmvpn"), "network Broken\nhub {");
        StormRequest request = new StormRequest(1, 1, 1, LENGTH);

        assertThat(service.run(broken, request, outcome -> { }, ProgressMonitor.NONE).calm()).isEmpty();
        assertThatThrownBy(() -> service.scenarios(broken, request, ProgressMonitor.NONE)).isInstanceOf(RequestException.class)
                .hasMessageContaining("broken.dmvpn");
        Path empty = Files.writeString(folder.resolve("empty.dmvpn"), "network Empty\n");
        assertThatThrownBy(() -> service.run(empty, request, outcome -> { }, ProgressMonitor.NONE))
                .isInstanceOf(RequestException.class).hasMessageContaining("no router");
    }

    @Test
    void somebodyWhoStopsItGetsWhatIsDone() throws RequestException {
        List<StormOutcome> told = new ArrayList<>();

        StormResult result = service.run(PHASE_3, new StormRequest(1, 1_000, 5, LENGTH), told::add, () -> told.size() == 2);

        assertThat(result.cancelled()).isTrue();
        assertThat(result.outcomes()).hasSize(2);
    }
}
