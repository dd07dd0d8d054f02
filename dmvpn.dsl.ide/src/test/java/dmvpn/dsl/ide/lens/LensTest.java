package dmvpn.dsl.ide.lens;

import static dmvpn.dsl.ide.testing.EditedModel.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dmvpn.dsl.ide.testing.Models;
import dmvpn.dsl.ide.testing.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.junit.jupiter.api.Test;

class LensTest {

    private static final String URI = "file:///models/net.dmvpn";
    private static final String MODEL = Models.PHASE_3 + "\nscenario First { seed 1  duration 2min }\n\nscenario Second { }\n";

    private static final class Face implements ModelCommands {

        private final List<String> executed = new ArrayList<>();

        @Override
        public Set<String> known() {
            return Set.of(RUN, CHECK);
        }

        @Override
        public CompletableFuture<Object> execute(String command, List<String> arguments) {
            executed.add(command + " " + arguments);
            return CompletableFuture.completedFuture("done");
        }
    }

    @Test
    void onlyWhatFaceOrClientCanDoIsOffered() {
        try (Workspace nobody = new Workspace(); Workspace face = new Workspace(new InitializeParams(), new Face());
                Workspace client = new Workspace(clientThatDebugs(), ModelCommands.NONE)) {
            assertThat(titles(nobody)).isEmpty();
            assertThat(titles(face)).containsExactly("Demo: Check", "First: ▶ Run", "Second: ▶ Run");
            assertThat(titles(client)).containsExactly("First: ▶ Debug", "Second: ▶ Debug");
        }
    }

    @Test
    void theLastVerdictStandsAtItsScenarioAndClientsAreToldWhenItChanges() {
        ClientCapabilities capabilities = new ClientCapabilities();
        WorkspaceClientCapabilities workspaceCapabilities = new WorkspaceClientCapabilities();
        workspaceCapabilities.setCodeLens(new CodeLensWorkspaceCapabilities(true));
        capabilities.setWorkspace(workspaceCapabilities);
        InitializeParams parameters = new InitializeParams();
        parameters.setCapabilities(capabilities);
        try (Workspace workspace = new Workspace(parameters, ModelCommands.NONE)) {
            titles(workspace);
            workspace.server().verdicts().report(URI, "Second", new LastVerdict(3, 4));

            assertThat(titles(workspace)).containsExactly("Second: failed: 3 of 4 expectations met");
            assertThat(workspace.lensRefreshes()).isEqualTo(1);
        }
    }

    @Test
    void aCommandIsCarriedOutByTheFace() {
        Face face = new Face();
        try (Workspace workspace = new Workspace(new InitializeParams(), face)) {
            assertThat(answer(workspace.server().getWorkspaceService().executeCommand(new ExecuteCommandParams(
                    ModelCommands.RUN, List.of(new JsonPrimitive(URI), new JsonPrimitive("First")))))).isEqualTo("done");
            assertThat(face.executed).containsExactly("dmvpn.run [" + URI + ", First]");
        }
    }

    @Test
    void aCommandThatTheFaceDoesNotKnowIsRefused() {
        try (Workspace workspace = new Workspace()) {
            var answer = workspace.server().getWorkspaceService().executeCommand(new ExecuteCommandParams("dmvpn.dance", List.of()));
            assertThatThrownBy(() -> answer.get(60, TimeUnit.SECONDS)).cause()
                    .isInstanceOf(ResponseErrorException.class).hasMessageContaining("dmvpn.dance");
        }
    }

    private static InitializeParams clientThatDebugs() {
        JsonArray commands = new JsonArray();
        commands.add(ModelCommands.DEBUG);
        JsonObject options = new JsonObject();
        options.add("commands", commands);
        InitializeParams parameters = new InitializeParams();
        parameters.setCapabilities(new ClientCapabilities());
        parameters.setInitializationOptions(options);
        return parameters;
    }

    private static List<String> titles(Workspace workspace) {
        workspace.open(URI, MODEL);
        List<? extends CodeLens> lenses = answer(workspace.server().getTextDocumentService()
                .codeLens(new CodeLensParams(workspace.document(URI))));
        return lenses.stream().map(lens -> workspace.textOf(URI, lens.getRange()) + ": " + lens.getCommand().getTitle()).toList();
    }
}
