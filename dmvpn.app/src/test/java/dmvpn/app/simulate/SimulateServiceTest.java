package dmvpn.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.app.RequestException;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.testing.Models;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateServiceTest {

    private static final SimulateRequest JSON = new SimulateRequest(
            Optional.empty(), List.of(), List.of(), OptionalLong.empty(), Optional.empty(), RunFormat.JSON, true, false);

    private final SimulateService service = new SimulateService(ModelReader.standalone());
    private final List<String> lines = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path model(String text) throws IOException {
        return Models.write(folder, "model.dmvpn", text);
    }

    @Test
    void theFirstScenarioIsRunAndJudged() throws Exception {
        SimulateResult result = service.simulate(model(Models.SOUND), SimulateRequest.DEFAULT, lines::add, ProgressMonitor.NONE);

        assertThat(result.ran()).isTrue();
        assertThat(result.cancelled()).isFalse();
        assertThat(result.events()).isPositive();
        assertThat(result.failedExpectations()).isZero();
        assertThat(lines).first().isEqualTo("Network Test, scenario Calm");
        assertThat(lines).contains("HQ# show dmvpn").anyMatch(line -> line.startsWith("passed  "));
    }

    @Test
    void anExpectationThatIsNotMetIsCounted() throws Exception {
        SimulateResult result = service.simulate(model(Models.SOUND.replace("at 25s", "at 100ms")),
                SimulateRequest.DEFAULT, lines::add, ProgressMonitor.NONE);

        assertThat(result.failedExpectations()).isEqualTo(1);
        assertThat(lines).anyMatch(line -> line.startsWith("FAILED  "));
    }

    @Test
    void aWrongModelIsNotRun() throws Exception {
        SimulateResult result = service.simulate(model(Models.WRONG), SimulateRequest.DEFAULT, lines::add, ProgressMonitor.NONE);

        assertThat(result.ran()).isFalse();
        assertThat(result.problems()).isNotEmpty();
        assertThat(lines).isEmpty();
    }

    @Test
    void aRunSaysWithWhichSeedAndHowLong() throws Exception {
        Path path = model(Models.SOUND);

        service.simulate(path, JSON, lines::add, ProgressMonitor.NONE);
        assertThat(lines).first().asString().contains("\"type\":\"run\"", "\"seed\":7,", "\"lengthNanos\":30000000000,",
                "\"length\":\"30.000\"");

        lines.clear();
        service.simulate(path, new SimulateRequest(Optional.of(Duration.ofSeconds(2)), List.of(), List.of(),
                OptionalLong.of(11), Optional.empty(), RunFormat.JSON, true, false), lines::add, ProgressMonitor.NONE);
        assertThat(lines).first().asString().contains("\"seed\":11,", "\"lengthNanos\":2000000000,");
    }

    /** Who follows causes through what is shown arrives at the power-on, without a gap. */
    @Test
    void aCauseIsNeverAHiddenKeepAlive() throws Exception {
        Pattern index = Pattern.compile("\"index\":(\\d+)");
        Pattern cause = Pattern.compile("\"cause\":(\\d+)");
        service.simulate(model(Models.SOUND), json(false), lines::add, ProgressMonitor.NONE);
        List<Integer> shown = numbers(index);

        assertThat(shown).contains(0).containsAll(numbers(cause)).doesNotHaveDuplicates();
        assertThat(lines).anyMatch(line -> line.contains("\"message\":\"neighbor up\"") && cause.matcher(line).find());

        lines.clear();
        service.simulate(model(Models.SOUND), json(true), lines::add, ProgressMonitor.NONE);
        assertThat(numbers(index)).containsAll(shown).hasSize(numbers(index).getLast() + 1).hasSizeGreaterThan(shown.size());
    }

    private static SimulateRequest json(boolean keepAlives) {
        return new SimulateRequest(Optional.empty(), List.of(), List.of(), OptionalLong.empty(), Optional.empty(), RunFormat.JSON,
                false, keepAlives);
    }

    private List<Integer> numbers(Pattern pattern) {
        return lines.stream().map(pattern::matcher).filter(Matcher::find).map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    @Test
    void anUnknownScenarioIsWrongUsage() throws IOException {
        Path path = model(Models.SOUND);

        assertThatThrownBy(() -> service.simulate(path, new SimulateRequest(Optional.empty(), List.of(), List.of(),
                OptionalLong.empty(), Optional.of("Storm"), RunFormat.TEXT, false, false), lines::add, ProgressMonitor.NONE))
                .isInstanceOf(RequestException.class).hasMessageContaining("Storm").hasMessageContaining("Calm");
    }

    @Test
    void aCancelledRunEndsWithoutTables() throws Exception {
        boolean[] enough = new boolean[1];
        SimulateResult result = service.simulate(model(Models.SOUND), SimulateRequest.DEFAULT, line -> {
            lines.add(line);
            enough[0] = lines.size() > 5;
        }, new ProgressMonitor() {
            @Override
            public boolean isCancelled() {
                return enough[0];
            }
        });

        assertThat(result.cancelled()).isTrue();
        assertThat(lines).noneMatch(line -> line.contains("# show"));
    }
}
