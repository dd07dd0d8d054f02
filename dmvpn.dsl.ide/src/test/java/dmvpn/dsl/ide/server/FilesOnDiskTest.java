package dmvpn.dsl.ide.server;

import static dmvpn.dsl.ide.testing.EditedModel.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.lens.ModelCommands;
import dmvpn.dsl.ide.testing.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Open documents whose imports, or whose project's rules, change behind the editor's back. */
class FilesOnDiskTest {

    private static final String UNDERLAY = "transport Internet { dhcp 198.51.100.0/24 }\n";
    private static final String SITES = """
            import "cloud.dmvpn"
            hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 192.168.1.0/24  join Corp as 10.0.0.1 }
            spoke A { wan Internet dhcp  lan 192.168.2.0/24  join Corp as 10.0.0.2 via HQ }
            """;
    private static final String CLOUD = "import \"underlay.dmvpn\"\ncloud Corp { overlay 10.0.0.0/24  phase 3  holdtime 2h }\n";

    @TempDir
    private Path folder;
    private Path underlay;
    private Path cloud;
    private String sites;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
        underlay = Files.writeString(folder.resolve("underlay.dmvpn"), UNDERLAY);
        cloud = Files.writeString(folder.resolve("cloud.dmvpn"), CLOUD);
        Path file = Files.writeString(folder.resolve("sites.dmvpn"), SITES);
        sites = file.toUri().toString();
    }

    private static InitializeParams watching() {
        WorkspaceClientCapabilities ofWorkspace = new WorkspaceClientCapabilities();
        ofWorkspace.setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(true));
        ClientCapabilities capabilities = new ClientCapabilities();
        capabilities.setWorkspace(ofWorkspace);
        InitializeParams parameters = new InitializeParams();
        parameters.setCapabilities(capabilities);
        return parameters;
    }

    private static void tell(Workspace workspace, Path file, FileChangeType type) {
        workspace.server().getWorkspaceService().didChangeWatchedFiles(new DidChangeWatchedFilesParams(
                List.of(new FileEvent(file.toUri().toString(), type))));
    }

    private List<String> problems(Workspace workspace) {
        return workspace.lastProblemsOf(sites).stream().map(Diagnostic::getCode).map(code -> code.getLeft()).toList();
    }

    @Test
    void aClientThatWatchesFilesIsAskedToWatchModelsAndRules() {
        try (Workspace workspace = new Workspace(watching(), ModelCommands.NONE)) {
            workspace.server().initialized(new InitializedParams());
            workspace.publishedMeanwhile();
            assertThat(workspace.registrations()).extracting(Registration::getMethod)
                    .containsExactly("workspace/didChangeWatchedFiles");
            assertThat(((DidChangeWatchedFilesRegistrationOptions) workspace.registrations().getFirst().getRegisterOptions())
                    .getWatchers()).extracting(watcher -> watcher.getGlobPattern().getLeft())
                    .containsExactly("**/*.dmvpn", "**/dmvpn.rules");
        }
    }

    @Test
    void aChangeOfAFileThatIsImportedThroughAnotherIsSeenWhenTheClientTells() throws IOException {
        try (Workspace workspace = new Workspace(watching(), ModelCommands.NONE)) {
            workspace.open(sites, SITES);
            assertThat(problems(workspace)).doesNotContain("L-LINK");

            Files.writeString(underlay, UNDERLAY.replace("Internet", "World"));
            tell(workspace, underlay, FileChangeType.Changed);
            assertThat(problems(workspace)).contains("L-LINK");

            Files.writeString(underlay, UNDERLAY);
            tell(workspace, underlay, FileChangeType.Changed);
            assertThat(problems(workspace)).doesNotContain("L-LINK");

            Files.delete(underlay);
            tell(workspace, underlay, FileChangeType.Deleted);
            assertThat(problems(workspace)).contains("L-LINK");

            Files.writeString(underlay, UNDERLAY);
            tell(workspace, underlay, FileChangeType.Created);
            assertThat(problems(workspace)).doesNotContain("L-LINK");
        }
    }

    @Test
    void aChangeInAnotherEditorIsSeenThroughAFileThatNobodyHasOpen() {
        try (Workspace workspace = new Workspace()) {
            workspace.open(sites, SITES);
            workspace.open(underlay.toUri().toString(), UNDERLAY);
            assertThat(problems(workspace)).doesNotContain("L-LINK");

            workspace.change(underlay.toUri().toString(), 2, UNDERLAY.replace("Internet", "World"));
            assertThat(problems(workspace)).contains("L-LINK");

            workspace.change(underlay.toUri().toString(), 3, UNDERLAY);
            assertThat(problems(workspace)).doesNotContain("L-LINK");
        }
    }

    @Test
    void aClientThatTellsNothingSeesTheChangeWithTheNextEditOrSave() throws IOException {
        try (Workspace workspace = new Workspace()) {
            workspace.open(sites, SITES);
            assertThat(problems(workspace)).doesNotContain("L-LINK");

            Files.writeString(underlay, UNDERLAY.replace("Internet", "World"));
            workspace.change(sites, 2, SITES + "\n");
            assertThat(problems(workspace)).contains("L-LINK");

            Files.writeString(underlay, UNDERLAY);
            workspace.server().getTextDocumentService().didSave(new DidSaveTextDocumentParams(workspace.document(sites)));
            assertThat(problems(workspace)).doesNotContain("L-LINK");

            Files.delete(cloud);
            workspace.server().getTextDocumentService().didSave(new DidSaveTextDocumentParams(workspace.document(sites)));
            assertThat(problems(workspace)).contains("L-IMPORT");

            Files.writeString(cloud, CLOUD);
            workspace.server().getTextDocumentService().didSave(new DidSaveTextDocumentParams(workspace.document(sites)));
            assertThat(problems(workspace)).doesNotContain("L-IMPORT", "L-LINK");
        }
    }

    @Test
    void severitiesOfTheProjectFollowItsRulesFile() throws IOException {
        Path rules = folder.resolve("dmvpn.rules");
        List<InitializeParams> clients = new ArrayList<>(Stream.of(watching(), new InitializeParams()).toList());
        for (InitializeParams client : clients) {
            Files.deleteIfExists(rules);
            try (Workspace workspace = new Workspace(client, ModelCommands.NONE)) {
                boolean tells = client.getCapabilities() != null;
                workspace.open(sites, SITES.replace("lan 192.168.2.0/24", "lan 192.168.1.0/24"));
                assertThat(problems(workspace)).contains("R-AD-06");

                Files.writeString(rules, "R-AD-06 off\n");
                if (tells) {
                    tell(workspace, rules, FileChangeType.Created);
                } else {
                    workspace.server().getTextDocumentService()
                            .didSave(new DidSaveTextDocumentParams(workspace.document(sites)));
                }
                assertThat(problems(workspace)).doesNotContain("R-AD-06");
            }
        }
    }

    @Test
    void aNameLeadsIntoTheImportedFileThatNobodyHasOpen() {
        InitializeParams inFolder = new InitializeParams();
        inFolder.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "models")));
        for (InitializeParams client : List.of(new InitializeParams(), inFolder)) {
            try (Workspace workspace = new Workspace(client, ModelCommands.NONE)) {
                workspace.open(sites, SITES);
                for (String[] name : new String[][] {{"join Corp as 10.0.0.1", "cloud.dmvpn"}, {"wan Internet dhcp", "underlay.dmvpn"}}) {
                    Position place = workspace.at(sites, name[0]);
                    place.setCharacter(place.getCharacter() - name[0].length() + name[0].indexOf(' ') + 2);

                    List<? extends Location> found = answer(workspace.server().getTextDocumentService()
                            .definition(new DefinitionParams(workspace.document(sites), place))).getLeft();

                    assertThat(found).singleElement().satisfies(location ->
                            assertThat(location.getUri()).isEqualTo(folder.resolve(name[1]).toUri().toString()));
                }
            }
        }
    }

    /** A rename that left such a file out would break it without a word. */
    @Test
    void aClosedFileOfAnotherEncodingHasReferencesToo() throws IOException {
        byte[] latin = ("// Zürich\n" + SITES).getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("sites.dmvpn"), latin);
        InitializeParams inFolder = new InitializeParams();
        inFolder.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "models")));
        try (Workspace workspace = new Workspace(inFolder, ModelCommands.NONE)) {
            String opened = cloud.toUri().toString();
            workspace.open(opened, CLOUD);
            Position place = workspace.at(opened, "cloud Corp");

            List<? extends Location> found = answer(workspace.server().getTextDocumentService().references(
                    new ReferenceParams(workspace.document(opened), place, new ReferenceContext(false))));

            assertThat(found).isNotEmpty().allSatisfy(location -> assertThat(location.getUri()).isEqualTo(sites));
        }
    }
}
