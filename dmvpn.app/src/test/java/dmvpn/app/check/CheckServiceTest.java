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
}
