package dmvpn.dsl.ide.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import dmvpn.dsl.ide.DmvpnIdeSetup;
import dmvpn.dsl.ide.testing.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectCheckTest {

    private static final Injector LANGUAGE = new DmvpnIdeSetup().createInjectorAndDoEMFRegistration();
    private static final String SHARED = "transport Internet { latency 10ms }\n";
    private static final String EAST = "import \"shared.dmvpn\"\nhub East { wan Internet 203.0.113.1/24 gateway 203.0.113.254 }\n";
    private static final String OVER_EAST = "import \"east.dmvpn\"\n";

    private final ProjectCheck check = LANGUAGE.getInstance(ProjectCheck.class);

    @TempDir
    private Path folder;

    @Test
    void aChangedFileIsCheckedWithThoseThatImportItDirectlyOrNotAndNoOther() throws IOException {
        Path shared = write("shared.dmvpn", SHARED);
        Path east = write("east.dmvpn", EAST);
        Path over = write("over.dmvpn", OVER_EAST);
        Path alone = write("alone.dmvpn", Models.PHASE_3);
        assertThat(check.changed(List.of(alone, east, over, shared), List.of())).containsExactly(alone, east, over, shared);
        assertThat(rules(east)).doesNotContain("L-LINK");

        write("shared.dmvpn", SHARED.replace("Internet", "Mpls"));

        assertThat(check.changed(List.of(shared), List.of())).containsExactly(east, over, shared);
        assertThat(rules(east)).contains("L-LINK");
        assertThat(check.changed(List.of(alone), List.of())).containsExactly(alone);
    }

    @Test
    void aFileThatGoesAndComesBackIsMissedMeanwhile() throws IOException {
        Path shared = write("shared.dmvpn", SHARED);
        Path east = write("east.dmvpn", EAST);
        check.changed(List.of(east, shared), List.of());

        Files.delete(shared);
        assertThat(check.changed(List.of(), List.of(shared))).containsExactly(east);
        assertThat(rules(east)).contains("L-LINK");
        assertThat(check.files()).containsExactly(east);

        write("shared.dmvpn", SHARED);
        assertThat(check.changed(List.of(shared), List.of())).containsExactly(east, shared);
        assertThat(rules(east)).doesNotContain("L-LINK");
    }

    @Test
    void aFileOfAnotherProjectIsReadForThoseThatImportItAndNotChecked() throws IOException {
        Path shared = write("shared.dmvpn", SHARED);
        Path east = write("east.dmvpn", EAST);
        assertThat(check.changed(List.of(east), List.of())).containsExactly(east);
        assertThat(check.imported()).containsExactly(shared);
        assertThat(rules(east)).doesNotContain("L-LINK");

        write("shared.dmvpn", SHARED.replace("Internet", "Mpls"));

        assertThat(check.changed(List.of(), List.of(shared))).containsExactly(east);
        assertThat(rules(east)).contains("L-LINK");
    }

    @Test
    void theRulesFileThatCountsIsToldWithWhatIsWrongInIt() throws IOException {
        Path rules = write("dmvpn.rules", "R-NH-199 off\n");
        Path alone = write("alone.dmvpn", Models.PHASE_3);
        check.changed(List.of(alone), List.of());

        CheckedFile checked = check.check(alone);

        assertThat(checked.rules()).contains(rules);
        assertThat(checked.problemsOfRules()).extracting(problem -> problem.getCode().getLeft()).containsExactly("RULES-FILE");
    }

    private List<String> rules(Path file) {
        return check.check(file).problems().stream().map(Diagnostic::getCode).map(code -> code.getLeft()).toList();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
