package dmvpn.dsl.ide.quickfix;

import static dmvpn.dsl.ide.testing.EditedModel.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dmvpn.dsl.ide.document.Change;
import dmvpn.dsl.ide.lens.ModelCommands;
import dmvpn.dsl.ide.testing.EditedModel;
import dmvpn.dsl.ide.testing.Models;
import dmvpn.dsl.ide.testing.Workspace;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeActionResolveSupportCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.junit.jupiter.api.Test;

class SuppressionActionTest {

    private static final String SLOW = Models.PHASE_3.replace("holdtime 10min", "holdtime 2h");
    private static final String URI = "file:///models/a.dmvpn";

    @Test
    void theCommentHidesTheFindingAndItsReasonIsStillToBeWritten() {
        try (EditedModel model = new EditedModel(SLOW)) {
            CodeAction action = suppression(model.fixes(model.problem("R-NH-19")), "R-NH-19");
            model.apply(action);

            assertThat(model.text()).contains("// suppress R-NH-19: (say why)\n");
            List<Diagnostic> problems = model.problems();
            assertThat(problems).extracting(problem -> problem.getCode().getLeft()).doesNotContain("R-NH-19");
            assertThat(problems).filteredOn(problem -> problem.getCode().getLeft().equals("L-SUPPRESS-REASON"))
                    .singleElement().extracting(Diagnostic::getSeverity).isEqualTo(DiagnosticSeverity.Information);

            model.replace("(say why)", "the satellite link is dear");
            assertThat(model.problems()).extracting(problem -> problem.getCode().getLeft())
                    .doesNotContain("R-NH-19", "L-SUPPRESS-REASON", "L-SUPPRESS-UNUSED");
        }
    }

    @Test
    void itIsAQuickFixThatNobodyPrefersAndTheLastOne() {
        try (EditedModel model = new EditedModel(SLOW)) {
            List<CodeAction> actions = model.fixes(model.problem("R-NH-19"));

            assertThat(actions).hasSizeGreaterThan(1);
            assertThat(actions.getLast().getTitle()).isEqualTo("Suppress R-NH-19 here");
            assertThat(actions.getLast().getKind()).isEqualTo(CodeActionKind.QuickFix);
            assertThat(actions.getLast().getIsPreferred()).isNotEqualTo(Boolean.TRUE);
            assertThat(actions.getFirst().getIsPreferred()).isTrue();
        }
    }

    @Test
    void theCommentIsAsFarInAsTheLineBelowItAndHasItsLineEnd() {
        String text = Models.PHASE_3.replace("  registration no-unique  bandwidth 100Mbps\n", "  bandwidth 100Mbps\n").replace("\n", "\r\n");
        try (EditedModel model = new EditedModel(text)) {
            model.apply(suppression(model.fixes(model.problem("R-NH-15")), "R-NH-15"));

            assertThat(model.text()).contains("\r\n  // suppress R-NH-15: (say why)\r\n  join Corp as 10.255.0.{10+n} via HQ1\r\n");
            assertThat(model.problems()).extracting(problem -> problem.getCode().getLeft()).doesNotContain("R-NH-15");
        }
    }

    @Test
    void behindALongerCommentItStandsAtTheEndOfTheLine() {
        String text = SLOW.replace("cloud Corp {", "/* a comment\n   of two lines */ cloud Corp {");
        try (EditedModel model = new EditedModel(text)) {
            model.apply(suppression(model.fixes(model.problem("R-NH-19")), "R-NH-19"));

            assertThat(model.text()).contains("of two lines */ cloud Corp {  // suppress R-NH-19: (say why)\n");
            assertThat(model.problems()).extracting(problem -> problem.getCode().getLeft()).doesNotContain("R-NH-19");
        }
    }

    @Test
    void anErrorOfTheLanguageCannotBeSuppressed() {
        try (EditedModel model = new EditedModel(Models.PHASE_3.replace("crypto Suite\n", "crypto Suit\n"))) {
            assertThat(model.fixes(model.problem("L-LINK"))).noneMatch(action -> action.getTitle().startsWith("Suppress"));
        }
    }

    @Test
    void aClientThatFillsInSnippetsIsAskedForTheReason() {
        WorkspaceEditCapabilities edits = new WorkspaceEditCapabilities();
        edits.setDocumentChanges(true);
        edits.setSnippetEditSupport(true);
        try (Workspace client = new Workspace(abilities(edits, false), ModelCommands.NONE)) {
            CodeAction action = suppression(actions(client, SLOW, "R-NH-19"), "R-NH-19");

            SnippetTextEdit edit = action.getEdit().getDocumentChanges().getFirst().getLeft().getEdits().getFirst().getRight();
            assertThat(edit.getSnippet().getValue()).isEqualTo("// suppress R-NH-19: ${1:(say why)}\n");
            assertThat(action.getEdit().getDocumentChanges().getFirst().getLeft().getTextDocument().getVersion()).isEqualTo(1);
        }
    }

    @Test
    void inALongTextTheEditIsMadeAndTriedWhenTheActionIsChosen() {
        String text = SLOW + ("// " + "x".repeat(77) + "\n").repeat(1000);
        try (Workspace client = new Workspace(abilities(null, true), ModelCommands.NONE)) {
            List<CodeAction> actions = actions(client, text, "R-NH-19");
            assertThat(actions).hasSize(2).allSatisfy(action -> assertThat(action.getEdit()).isNull());

            client.apply(resolve(client, actions.getFirst()).getEdit());
            assertThat(client.text(URI)).contains("holdtime 10min");
            client.apply(resolve(client, actions.getLast()).getEdit());
            assertThat(client.text(URI)).contains("// suppress R-NH-19: (say why)");
        }
    }

    @Test
    void anActionThatWouldNotHelpIsRefusedWithTheReason() {
        try (Workspace client = new Workspace(abilities(null, true), ModelCommands.NONE)) {
            client.open(URI, Models.PHASE_3);
            CodeAction action = new CodeAction("Change 'holdtime 10min' to 'holdtime 10min'");
            JsonObject data = new PendingEdit(URI, PendingEdit.Kind.FIX, "R-NH-19", SLOW.indexOf("cloud Corp"), 5, 0).json();
            action.setData(data);

            assertThatThrownBy(() -> resolve(client, action)).hasStackTraceContaining("would not mend this problem");
        }
    }

    private static CodeAction resolve(Workspace client, CodeAction action) {
        return answer(client.server().getTextDocumentService().resolveCodeAction(action));
    }

    private static InitializeParams abilities(WorkspaceEditCapabilities edits, boolean lazily) {
        ClientCapabilities capabilities = new ClientCapabilities();
        WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
        workspace.setWorkspaceEdit(edits);
        capabilities.setWorkspace(workspace);
        CodeActionCapabilities actions = new CodeActionCapabilities();
        actions.setDataSupport(lazily);
        actions.setResolveSupport(new CodeActionResolveSupportCapabilities(List.of("edit")));
        TextDocumentClientCapabilities documents = new TextDocumentClientCapabilities();
        documents.setCodeAction(actions);
        capabilities.setTextDocument(documents);
        InitializeParams parameters = new InitializeParams();
        parameters.setCapabilities(capabilities);
        return parameters;
    }

    private static List<CodeAction> actions(Workspace client, String text, String rule) {
        client.open(URI, text);
        Diagnostic problem = client.nextProblems().getDiagnostics().stream()
                .filter(each -> each.getCode().getLeft().equals(rule)).findFirst().orElseThrow();
        return answer(client.server().getTextDocumentService().codeAction(new CodeActionParams(client.document(URI),
                problem.getRange(), new CodeActionContext(List.of(problem))))).stream().map(action -> action.getRight()).toList();
    }

    private static CodeAction suppression(List<CodeAction> actions, String rule) {
        return actions.stream().filter(action -> action.getTitle().equals("Suppress " + rule + " here")).findFirst()
                .orElseThrow(() -> new AssertionError("No suppression in " + actions.stream().map(CodeAction::getTitle).toList()));
    }
}
