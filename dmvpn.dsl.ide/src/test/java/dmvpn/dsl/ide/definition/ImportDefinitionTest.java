package dmvpn.dsl.ide.definition;

import static dmvpn.dsl.ide.testing.EditedModel.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.testing.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportDefinitionTest {

    @TempDir
    private Path folder;

    @Test
    void anImportLeadsToTheStartOfItsFile() throws IOException {
        Path shared = Files.writeString(Files.createDirectory(folder.resolve("the shared")).resolve("t.dmvpn"), "transport T { latency 1ms }\n");

        assertThat(definition("import \"the shared/t.dmvpn\"\n")).singleElement().satisfies(location -> {
            assertThat(location.getUri()).isEqualTo(shared.toUri().toString());
            assertThat(location.getRange().getStart()).isEqualTo(new Position(0, 0));
        });
    }

    @Test
    void anImportOfAFileThatIsNotThereLeadsNowhere() {
        assertThat(definition("import \"nothing.dmvpn\"\n")).isEmpty();
        assertThat(definition("import \"\"\n")).isEmpty();
    }

    private List<? extends Location> definition(String text) {
        try (Workspace workspace = new Workspace()) {
            String uri = folder.resolve("main.dmvpn").toUri().toString();
            workspace.open(uri, text);
            return answer(workspace.server().getTextDocumentService()
                    .definition(new DefinitionParams(workspace.document(uri), workspace.at(uri, "import \"")))).getLeft();
        }
    }
}
