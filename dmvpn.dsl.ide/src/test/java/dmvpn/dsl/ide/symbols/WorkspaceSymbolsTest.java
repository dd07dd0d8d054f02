package dmvpn.dsl.ide.symbols;

import static dmvpn.dsl.ide.testing.EditedModel.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.lens.ModelCommands;
import dmvpn.dsl.ide.testing.Models;
import dmvpn.dsl.ide.testing.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceSymbolsTest {

    @TempDir
    private Path folder;
    private InitializeParams parameters;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("one.dmvpn"), Models.PHASE_3);
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/two words.dmvpn"), "hub Elsewhere { }\n");
        Files.createDirectories(folder.resolve(".hidden"));
        Files.writeString(folder.resolve(".hidden/three.dmvpn"), "hub Hidden { }\n");
        Files.writeString(folder.resolve("other.txt"), "hub NoModel { }\n");
        parameters = new InitializeParams();
        parameters.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "models")));
    }

    @Test
    void allFilesOfTheFoldersAreSearchedWhetherTheyAreOpenOrNot() {
        try (Workspace workspace = new Workspace(parameters, ModelCommands.NONE)) {
            assertThat(names(workspace, "")).contains("Demo", "Corp", "HQ1", "Elsewhere").doesNotContain("Hidden", "NoModel");
            assertThat(names(workspace, "else")).containsExactly("Elsewhere");
            assertThat(names(workspace, "bnch")).containsExactly("Branch[1..2]");
        }
    }

    @Test
    void anOpenDocumentCountsAsItsEditorShowsIt() {
        try (Workspace workspace = new Workspace(parameters, ModelCommands.NONE)) {
            String uri = folder.resolve("one.dmvpn").toUri().toString();
            workspace.open(uri, "hub Typed { }\n");
            assertThat(names(workspace, "")).containsExactly("Typed", "Elsewhere");
        }
    }

    private static List<String> names(Workspace workspace, String query) {
        return answer(workspace.server().getWorkspaceService().symbol(new WorkspaceSymbolParams(query))).getRight()
                .stream().map(WorkspaceSymbol::getName).toList();
    }
}
