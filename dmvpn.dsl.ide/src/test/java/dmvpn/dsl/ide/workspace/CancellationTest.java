package dmvpn.dsl.ide.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Injector;
import dmvpn.dsl.ide.DmvpnIdeSetup;
import dmvpn.dsl.ide.completion.CompletionService;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.formatting.FormatService;
import dmvpn.dsl.ide.occurrences.ReferenceService;
import dmvpn.dsl.ide.quickfix.ActionStyle;
import dmvpn.dsl.ide.quickfix.CodeActionService;
import dmvpn.dsl.ide.rename.RenameService;
import dmvpn.dsl.ide.testing.Models;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What takes long ends when it is cancelled, wherever it is, and leaves the workspace as if it had not been asked. */
class CancellationTest {

    private static final Injector INJECTOR = new DmvpnIdeSetup().createInjectorAndDoEMFRegistration();
    private static final int FILES = 4;

    @TempDir
    private Path folder;
    private ModelWorkspace workspace;
    private ModelDocument document;

    /** Ends after it has looked so many times. */
    private record After(int looks, AtomicInteger looked) implements CancelIndicator {

        After(int looks) {
            this(looks, new AtomicInteger());
        }

        @Override
        public boolean isCanceled() {
            return looked.incrementAndGet() > looks;
        }
    }

    private enum Question {
        REFERENCES, RENAME, COMPLETION, FORMATTING, CODE_ACTIONS
    }

    @BeforeEach
    void openOneOfSeveralFiles() throws Exception {
        for (int file = 0; file < FILES; file++) {
            Files.writeString(folder.resolve("user" + file + ".dmvpn"),
                    "import \"net.dmvpn\"\n\nhub Other" + file + " { wan Internet dhcp }\n");
        }
        openWorkspace();
    }

    private void openWorkspace() {
        workspace = INJECTOR.getInstance(ModelWorkspace.class);
        workspace.addFolder(folder.toUri().toString());
        document = workspace.open(folder.resolve("net.dmvpn").toUri().toString(), 1, Models.PHASE_3);
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void whatIsCancelledEndsAtEveryPlaceWhereItLooks(Question question) throws Exception {
        After never = new After(Integer.MAX_VALUE);
        Object whole = ask(question, never);
        assertThat(never.looked()).as("how often it looks").hasPositiveValue();

        for (int looks = 0; looks < Math.min(never.looked().get(), 20); looks++) {
            openWorkspace(); // files are read for the first question only
            CancelIndicator cancelled = new After(looks);
            assertThatThrownBy(() -> ask(question, cancelled)).as("cancelled at look " + looks).satisfies(
                    thrown -> assertThat(INJECTOR.getInstance(OperationCanceledManager.class).isOperationCanceledException(thrown)).isTrue());
        }

        assertThat(ask(question, CancelIndicator.NullImpl)).as("asked again").isEqualTo(whole);
    }

    private Object ask(Question question, CancelIndicator cancelled) throws Exception {
        Position name = document.lines().position(Models.PHASE_3.indexOf("transport Internet") + "transport I".length());
        return switch (question) {
            case REFERENCES -> INJECTOR.getInstance(ReferenceService.class).references(workspace, document, name, true, cancelled);
            case RENAME -> INJECTOR.getInstance(RenameService.class).rename(workspace, document, name, "Carrier", cancelled);
            case COMPLETION -> INJECTOR.getInstance(CompletionService.class).complete(document, new Position(0, 0), true, cancelled);
            case FORMATTING -> INJECTOR.getInstance(FormatService.class).format(document, cancelled);
            case CODE_ACTIONS -> INJECTOR.getInstance(CodeActionService.class).codeActions(document, problem(), ActionStyle.PLAIN, cancelled);
        };
    }

    private CodeActionParams problem() {
        Diagnostic problem = new Diagnostic(new Range(new Position(0, 0), new Position(0, 1)), "");
        problem.setCode("R-SEC-16");
        return new CodeActionParams(new TextDocumentIdentifier(document.uri()), problem.getRange(), new CodeActionContext(List.of(problem)));
    }

    @Test
    void aSearchThatIsCancelledWhileFilesAreReadFindsAllOfThemTheNextTime() {
        ReferenceService references = INJECTOR.getInstance(ReferenceService.class);
        Position name = document.lines().position(Models.PHASE_3.indexOf("transport Internet") + "transport I".length());

        assertThatThrownBy(() -> references.references(workspace, document, name, true, new After(2))).isNotNull();
        List<Location> found = references.references(workspace, document, name, true, CancelIndicator.NullImpl);

        assertThat(found).extracting(place -> place.getUri().replaceFirst(".*/", ""))
                .contains("net.dmvpn", "user0.dmvpn", "user1.dmvpn", "user2.dmvpn", "user3.dmvpn");
    }
}
