package dmvpn.dsl.ide.workspace;

import static dmvpn.dsl.ide.testing.EditedModel.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.lens.ModelCommands;
import dmvpn.dsl.ide.testing.Models;
import dmvpn.dsl.ide.testing.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralFilesTest {

    private static final String BASE = "file:///models/base.dmvpn";
    private static final String SITES = "file:///models/sub/sites.dmvpn";
    private static final String MORE = "file:///models/sub/more.dmvpn";
    private static final String ALONE = "file:///models/alone.dmvpn";

    @TempDir
    private Path folder;

    @Test
    void anEditRepublishesTheFileAndThoseThatImportItDirectlyOrNotAndNoOther() {
        try (Workspace workspace = new Workspace()) {
            workspace.open(BASE, Models.PHASE_3);
            workspace.open(SITES, "import \"../base.dmvpn\"\n");
            workspace.open(MORE, "import \"sites.dmvpn\"\n");
            workspace.open(ALONE, Models.PHASE_3);
            workspace.publishedMeanwhile();

            workspace.change(BASE, 2, Models.PHASE_3 + "\n");
            assertThat(workspace.publishedMeanwhile())
                    .containsExactly("/models/base.dmvpn", "/models/sub/sites.dmvpn", "/models/sub/more.dmvpn");
            workspace.change(ALONE, 2, Models.PHASE_3 + "\n");
            assertThat(workspace.publishedMeanwhile()).containsExactly("/models/alone.dmvpn");
            workspace.change(MORE, 2, "import \"sites.dmvpn\"\n\n");
            assertThat(workspace.publishedMeanwhile()).containsExactly("/models/sub/more.dmvpn");
        }
    }

    @Test
    void filesThatImportEachOtherAreNoCircleWithoutEnd() {
        try (Workspace workspace = new Workspace()) {
            workspace.open(BASE, "import \"sub/sites.dmvpn\"\n");
            workspace.open(SITES, "import \"../base.dmvpn\"\n");
            workspace.publishedMeanwhile();
            workspace.change(BASE, 2, "import \"sub/sites.dmvpn\"\n\n");
            assertThat(workspace.publishedMeanwhile()).containsExactly("/models/base.dmvpn", "/models/sub/sites.dmvpn");
        }
    }

    @Test
    void aFileThatChangesOnTheDiskIsReadAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("one.dmvpn"), "hub Before { }\n");
        InitializeParams parameters = new InitializeParams();
        parameters.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "models")));
        try (Workspace workspace = new Workspace(parameters, ModelCommands.NONE)) {
            assertThat(names(workspace)).containsExactly("Before");
            Files.writeString(file, "hub After { }\n");
            workspace.server().getWorkspaceService().didChangeWatchedFiles(new DidChangeWatchedFilesParams(
                    List.of(new FileEvent(file.toUri().toString(), FileChangeType.Changed))));
            assertThat(names(workspace)).containsExactly("After");
            Files.delete(file);
            workspace.server().getWorkspaceService().didChangeWatchedFiles(new DidChangeWatchedFilesParams(
                    List.of(new FileEvent(file.toUri().toString(), FileChangeType.Deleted))));
            assertThat(names(workspace)).isEmpty();
        }
    }

    @Test
    void twoSpellingsOfANameAreOneDocument() {
        assertThat(DocumentUris.key("file:///a%20b/c%3Ad.dmvpn")).isEqualTo(DocumentUris.key("file:///a%20b/x/../c:d.dmvpn"));
        assertThat(DocumentUris.key("untitled:one")).isEqualTo("untitled:one");
    }

    private static List<String> names(Workspace workspace) {
        return answer(workspace.server().getWorkspaceService().symbol(new WorkspaceSymbolParams(""))).getRight()
                .stream().map(symbol -> symbol.getName()).toList();
    }
}
