package dmvpn.app.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.app.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {

    @TempDir
    private Path folder;
    private Path model;
    private Path file;

    @BeforeEach
    void nameFiles() throws IOException {
        model = Files.writeString(folder.resolve("a.dmvpn"), "");
        file = folder.resolve("known.json");
    }

    private Problem problem(int line, String rule, String message) {
        return new Problem(model.toString(), line, 1, line, 5, "warning", rule, message, "spoke A");
    }

    private CheckResult result(Problem... problems) {
        return new CheckResult(List.of(model.toString()), List.of(problems), List.of(), List.of());
    }

    private CheckResult hide(CheckResult known, CheckResult now) throws IOException {
        Baseline.of(file, known).write();
        return Baseline.read(file).hide(now);
    }

    @Test
    void whatIsKnownIsHiddenWhereverItsLineHasGone() throws IOException {
        CheckResult now = hide(result(problem(3, "R-1", "slow")), result(problem(30, "R-1", "slow"), problem(31, "R-2", "new")));

        assertThat(now.problems()).extracting(Problem::ruleId).containsExactly("R-2");
        assertThat(now.known()).extracting(Problem::line).containsExactly(30);
    }

    @Test
    void ofEqualProblemsAsManyAreHiddenAsWereThere() throws IOException {
        CheckResult now = hide(result(problem(3, "R-1", "slow"), problem(4, "R-1", "slow")),
                result(problem(3, "R-1", "slow"), problem(4, "R-1", "slow"), problem(5, "R-1", "slow")));

        assertThat(now.known()).hasSize(2);
        assertThat(now.problems()).extracting(Problem::line).containsExactly(5);
    }

    @Test
    void anotherMessageOrElementIsAnotherProblem() throws IOException {
        Problem elsewhere = new Problem(model.toString(), 3, 1, 3, 5, "warning", "R-1", "slow", "spoke B");

        assertThat(hide(result(problem(3, "R-1", "slow")), result(elsewhere, problem(3, "R-1", "slower"))).known()).isEmpty();
    }

    @Test
    void whatIsGoneIsToldAsInfo() throws IOException {
        CheckResult now = hide(result(problem(3, "R-1", "slow"), problem(4, "R-1", "slow")), result(problem(3, "R-1", "slow")));

        assertThat(now.hasErrors()).isFalse();
        assertThat(now.problems()).singleElement().satisfies(stale -> {
            assertThat(stale.file()).isEqualTo(file.toString());
            assertThat(stale.text()).contains("info [BASELINE] R-1 in a.dmvpn is found once less");
        });
    }

    @Test
    void ofModelsThatWereNotCheckedNothingIsSaid() throws IOException {
        CheckResult none = new CheckResult(List.of(folder.resolve("b.dmvpn").toString()), List.of(), List.of(), List.of());

        assertThat(hide(result(problem(3, "R-1", "slow")), none).problems()).isEmpty();
        Files.delete(model);
        assertThat(hide(result(problem(3, "R-1", "slow")), none).problems()).hasSize(1);
    }

    @Test
    void theSameProblemsInAnyOrderGiveTheSameFile() {
        List<Problem> problems = new ArrayList<>(List.of(problem(3, "R-1", "slow"), problem(9, "R-1", "slow"),
                problem(1, "R-2", "quote \" and <tag>"), problem(2, "R-0", "ä")));
        String text = Baseline.of(file, result(problems.toArray(Problem[]::new))).text();
        Collections.reverse(problems);

        assertThat(Baseline.of(file, result(problems.toArray(Problem[]::new))).text()).isEqualTo(text);
        assertThat(text).contains("\"count\":2").contains("<tag>").doesNotContain(folder.toString()).endsWith("}\n");
        assertThat(text.lines().filter(line -> line.contains("\"rule\""))).hasSize(3);
    }

    @Test
    void aBaselineInAFolderBesideTheModelsNamesThemFromThere() throws IOException {
        file = Files.createDirectory(folder.resolve("ci")).resolve("known.json");

        assertThat(Baseline.of(file, result(problem(3, "R-1", "slow"))).text()).contains("\"file\":\"../a.dmvpn\"");
        assertThat(hide(result(problem(3, "R-1", "slow")), result(problem(3, "R-1", "slow"))).known()).hasSize(1);
    }

    @Test
    void noProblemsMakeAnEmptyBaseline() throws IOException {
        CheckResult now = hide(result(), result(problem(3, "R-1", "slow")));

        assertThat(now.problems()).hasSize(1);
        assertThat(Baseline.read(file).size()).isZero();
    }

    @Test
    void mistakesBesideTheModelsAreNeverKnown() throws IOException {
        Problem mistake = new Problem(folder.resolve("dmvpn.rules").toString(), 1, 1, "error", "RULES-FILE", "No rule");

        assertThat(hide(result(mistake), result(mistake)).problems()).containsExactly(mistake);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "7", "{}", "{\"version\":1}", "{\"version\":1,\"known\":{}}",
        "{\"version\":1,\"known\":[7]}", "{\"version\":1,\"known\":[{\"rule\":\"R-1\"}]}", "{\"version\":\"x\",\"known\":[]}",
        "{\"version\":1,\"known\":[{\"rule\":{},\"file\":\"\",\"element\":\"\",\"message\":\"\"}]}",
        "{\"version\":1,\"known\":[{\"rule\":\"\",\"file\":\"\",\"element\":\"\",\"message\":\"\",\"count\":\"many\"}]}"})
    void whatIsNoBaselineIsRefused(String text) throws IOException {
        Files.writeString(file, text);

        assertThatThrownBy(() -> Baseline.read(file)).isInstanceOf(FileSystemException.class)
                .hasMessageContaining("known.json").hasMessageContaining("no baseline");
    }

    @Test
    void aNewerBaselineIsRefused() throws IOException {
        Files.writeString(file, "{\"version\":2,\"known\":[]}");

        assertThatThrownBy(() -> Baseline.read(file)).hasMessageContaining("newer dmvpn");
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        Files.write(file, "\"ä\"".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Baseline.read(file)).hasMessageContaining("UTF-8");
    }

    @Test
    void writingLeavesNothingElseBehind() throws IOException {
        Baseline.of(file, result(problem(3, "R-1", "slow"))).write();

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(model, file);
        }
    }
}
