package dmvpn.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.model.ModelReader;
import dmvpn.app.problem.Problem;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.testing.Models;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckServiceTest {

    private final CheckService service = new CheckService(ModelReader.standalone());

    @TempDir
    private Path folder;

    @Test
    void aFolderIsCheckedByTheNamesOfItsFiles() throws IOException {
        Path wrong = Models.write(folder, "b.dmvpn", Models.WRONG);
        Models.write(folder, "a.dmvpn", Models.SOUND);
        Models.write(folder, "notes.txt", "no model");

        CheckResult result = service.check(List.of(folder), ProgressMonitor.NONE);

        assertThat(result.files()).hasSize(2);
        assertThat(result.hasErrors()).isTrue();
        assertThat(result.problems()).filteredOn(Problem::isError)
                .allMatch(problem -> problem.file().equals(wrong.toString()))
                .anyMatch(problem -> problem.line() == 6 && problem.message().contains("Nobody"));
    }

    @Test
    void aSoundModelHasNoErrors() throws IOException {
        CheckResult result = service.check(List.of(Models.write(folder, "a.dmvpn", Models.SOUND)), ProgressMonitor.NONE);

        assertThat(result.files()).hasSize(1);
        assertThat(result.errors()).isZero();
    }

    @Test
    void aMissingFileIsAProblemOfThatFileAndTheOthersAreChecked() throws IOException {
        Path missing = folder.resolve("missing.dmvpn");

        CheckResult result = service.check(
                List.of(missing, Models.write(folder, "b.dmvpn", Models.WRONG)), ProgressMonitor.NONE);

        assertThat(result.problems()).filteredOn(Problem::isError).extracting(Problem::ruleId).contains("L-FILE", "L-LINK");
    }

    @Test
    void aMistakeInARulesFileIsAProblemOfThatFileOnce() throws IOException {
        Path rules = Models.write(folder, "dmvpn.rules", "R-NH19 off");
        Models.write(folder, "a.dmvpn", Models.SOUND);
        Models.write(folder, "b.dmvpn", Models.SOUND);

        CheckResult result = service.check(List.of(folder), ProgressMonitor.NONE);

        assertThat(result.problems()).filteredOn(Problem::isError).extracting(Problem::text)
                .containsExactly(rules + ":1:1: error [RULES-FILE] No rule is called 'R-NH19': did you mean 'R-NH-19'?");
    }

    @Test
    void aProblemKnowsWhereItsPlaceEnds() throws IOException {
        Path wrong = Models.write(folder, "b.dmvpn", Models.WRONG);

        assertThat(service.check(List.of(wrong), ProgressMonitor.NONE).problems())
                .filteredOn(problem -> problem.ruleId().equals("L-LINK")).singleElement().satisfies(problem -> {
                    assertThat(problem.endLine()).isEqualTo(problem.line());
                    assertThat(problem.endColumn()).isEqualTo(problem.column() + "Nobody".length());
                });
    }

    @Test
    void aFileThatAnotherOneImportsIsAPartOfThatModelHoweverTheyAreNamed() throws IOException {
        Path underlay = Models.write(folder, "underlay.dmvpn", "transport Internet { latency 10ms  dhcp 198.51.100.0/24  mtu 10 }");
        Path whole = Models.write(folder, "whole.dmvpn", Models.SOUND
                .replace("transport Internet { latency 10ms  dhcp 198.51.100.0/24 }", "import \"underlay.dmvpn\""));

        for (List<Path> paths : List.of(List.of(underlay, whole), List.of(whole, underlay), List.of(folder), List.of(folder, underlay),
                List.of(whole, folder.resolve(".").resolve("underlay.dmvpn"), whole))) {
            CheckResult result = service.check(paths, ProgressMonitor.NONE);

            assertThat(result.files()).as("%s", paths).containsExactly(whole.toString());
            assertThat(result.problems()).as("%s", paths).filteredOn(Problem::isError).singleElement().satisfies(problem -> {
                assertThat(problem.file()).isEqualTo(underlay.toString());
                assertThat(problem.ruleId()).isEqualTo("L-VALUE");
            });
        }
    }

    @Test
    void fragmentsThatAreNamedOnTheirOwnAreUsedByTheFileThatImportsThem() throws IOException {
        Path shared = Models.write(folder, "shared.dmvpn", "fragment Usual { wan Internet dhcp }\n"
                + "transport Internet { latency 10ms  dhcp 198.51.100.0/24 }\n");
        Path whole = Models.write(folder, "whole.dmvpn", Models.SOUND
                .replace("transport Internet { latency 10ms  dhcp 198.51.100.0/24 }", "import \"shared.dmvpn\"")
                .replace("spoke Branch { wan Internet dhcp ", "spoke Branch { use Usual "));

        assertThat(service.check(List.of(shared, whole), ProgressMonitor.NONE).problems()).filteredOn(Problem::isError).isEmpty();
    }

    @Test
    void aFileThatIsNamedTwiceIsCheckedOnce() throws IOException {
        Path wrong = Models.write(folder, "b.dmvpn", Models.WRONG);

        CheckResult result = service.check(List.of(wrong, folder, folder.resolve("x").resolve("..").resolve("b.dmvpn")),
                ProgressMonitor.NONE);

        assertThat(result.files()).containsExactly(wrong.toString());
        assertThat(result.problems()).filteredOn(problem -> problem.ruleId().equals("L-LINK")).hasSize(1);
    }
}
