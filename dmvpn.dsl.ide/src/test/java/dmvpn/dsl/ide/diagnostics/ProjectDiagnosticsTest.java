package dmvpn.dsl.ide.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import dmvpn.dsl.ide.DmvpnIdeSetup;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.testing.Models;
import dmvpn.dsl.resource.DmvpnResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules files of projects in the editor. */
class ProjectDiagnosticsTest {

    @TempDir
    private Path project;
    private Path rules;
    private ModelDocument document;
    private Injector injector;
    private final ProjectDiagnostics diagnostics = new ProjectDiagnostics();

    @BeforeEach
    void openDocument() throws IOException {
        Files.createDirectory(project.resolve(".git"));
        rules = project.resolve("dmvpn.rules");
        injector = new DmvpnIdeSetup().createInjectorAndDoEMFRegistration();
        String uri = project.resolve("a.dmvpn").toUri().toString();
        DmvpnResource resource = (DmvpnResource) injector.getInstance(XtextResourceSet.class).createResource(URI.createURI(uri));
        document = new ModelDocument(uri, resource, 1, Models.PHASE_3.replace("  dpd 30s retry 5s on-demand", ""));
    }

    private List<String> severitiesOfR() {
        return injector.getInstance(DiagnosticService.class).diagnostics(document).stream()
                .filter(problem -> problem.getCode().getLeft().equals("R-SEC-16"))
                .map(problem -> problem.getSeverity().name()).toList();
    }

    private void type() {
        document.change(document.version() + 1, List.of(new TextDocumentContentChangeEvent(
                new Range(new Position(0, 0), new Position(0, 0)), " ")));
    }

    @Test
    void severitiesAreThoseOfTheProject() throws IOException {
        assertThat(severitiesOfR()).containsExactly("Warning");
        Files.writeString(rules, "R-SEC-16 error");
        assertThat(severitiesOfR()).containsExactly("Error");
        Files.writeString(rules, "R-SEC-16 off");
        assertThat(severitiesOfR()).isEmpty();
    }

    @Test
    void aSoundFileOrNoneIsNotSpokenOf() throws IOException {
        assertThat(diagnostics.changes(document)).isEmpty();
        Files.writeString(rules, "R-SEC-16 off");
        assertThat(diagnostics.changes(document)).isEmpty();
    }

    @Test
    void mistakesAreToldOnceAtTheirPlaceAndTakenBackWhenMended() throws IOException {
        Files.writeString(rules, "# ours\nR-SEC-16 offf\n");

        PublishDiagnosticsParams told = diagnostics.changes(document).getFirst();
        assertThat(told.getUri()).isEqualTo(rules.toUri().toString());
        assertThat(told.getDiagnostics()).singleElement().satisfies(problem -> {
            assertThat(problem.getRange()).isEqualTo(new Range(new Position(1, 9), new Position(1, 13)));
            assertThat(problem.getCode().getLeft()).isEqualTo("RULES-FILE");
        });
        type();
        assertThat(diagnostics.changes(document)).isEmpty();

        Files.writeString(rules, "# ours\nR-SEC-16 off\n");
        assertThat(diagnostics.changes(document)).singleElement()
                .satisfies(change -> assertThat(change.getDiagnostics()).isEmpty());
    }

    @Test
    void mistakesGoWithTheirFile() throws IOException {
        Files.writeString(rules, "nonsense");
        assertThat(diagnostics.changes(document)).hasSize(1);
        Files.delete(rules);

        assertThat(diagnostics.changes(document)).singleElement()
                .satisfies(change -> assertThat(change.getDiagnostics()).isEmpty());
        assertThat(diagnostics.changes(document)).isEmpty();
    }
}
