package dmvpn.dsl.ide.rename;

import static dmvpn.dsl.ide.testing.EditedModel.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.dsl.ide.testing.Models;
import dmvpn.dsl.ide.testing.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenameTest {

    private static final String URI = "file:///models/net.dmvpn";

    private static final String MODEL = Models.PHASE_3 + """

            spoke Branch[2] { lan 10.77.0.0/16 }

            scenario First {
              seed 1  duration 2min
              at 60s ping probe every 1s from Branch[1].lan to Branch[2].lan
              expect at 59s every spoke has nhs HQ1 up
              expect after 60s longest gap of probe below 2s
            }
            """;

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(delimiter = '|', value = {
        "via HQ1       | Center",
        "hub HQ1       | Center-2",
        "overlay 10    | ",
        "crypto Suite {| Strong",
        "join Corp as 10.255.0.1\\n| Wan",
        "wan Internet dhcp| World",
        "from Branch   | Site",
        "spoke Branch[2| Site",
        "gap of probe  | echo",
        "network Demo  | Other",
        "scenario First| Second",
    })
    void aNameIsChangedWhereverItMeansTheSameAndNowhereElse(String marker, String newName) {
        if (newName == null) {
            return; // a value is no name: the next test
        }
        String place = marker.replace("\\n", "\n").replace("Suite {", "Suite").replace("[2", "").replace(" as 10.255.0.1\n", "")
                .replace(" dhcp", "");
        String old = place.substring(place.lastIndexOf(' ') + 1);
        try (Workspace workspace = new Workspace()) {
            workspace.open(URI, MODEL);
            int at = MODEL.indexOf(marker.replace("\\n", "\n")) + place.length() - 1;
            String before = MODEL.substring(0, at);
            WorkspaceEdit edit = answer(workspace.server().getTextDocumentService().rename(new RenameParams(
                    workspace.document(URI), new org.eclipse.lsp4j.Position(
                            (int) before.chars().filter(c -> c == '\n').count(), at - before.lastIndexOf('\n') - 1), newName)));

            workspace.apply(edit);

            assertThat(workspace.text(URI)).isEqualTo(MODEL.replaceAll("\\b" + old + "\\b", newName));
        }
    }

    @Test
    void anotherFileThatSaysTheSameNameOfItsOwnIsLeftAlone() {
        try (Workspace workspace = new Workspace()) {
            workspace.open(URI, MODEL);
            workspace.open("file:///models/other.dmvpn", MODEL);
            WorkspaceEdit edit = answer(workspace.server().getTextDocumentService().rename(
                    new RenameParams(workspace.document(URI), workspace.at(URI, "hub HQ1"), "Center")));
            assertThat(edit.getChanges()).containsOnlyKeys(URI);
        }
    }

    @Test
    void aReservedWordIsEscaped() {
        try (Workspace workspace = new Workspace()) {
            workspace.open(URI, MODEL);
            workspace.apply(answer(workspace.server().getTextDocumentService().rename(
                    new RenameParams(workspace.document(URI), workspace.at(URI, "hub HQ1"), "spoke"))));
            assertThat(workspace.text(URI)).contains("hub ^spoke {").contains("via ^spoke").contains("has nhs ^spoke up");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "hub HQ1         | Branch  | Another router is called Branch",
        "hub HQ1         | a b     | 'a b' is no name: use letters, digits, '-' and '_', starting with a letter",
        "hub HQ1         | 7up     | '7up' is no name: use letters, digits, '-' and '_', starting with a letter",
        "hub HQ1         | ''      | '' is no name: use letters, digits, '-' and '_', starting with a letter",
        "hub HQ1         | Branch1 | 'Branch1' cannot be used:",
        "lan 10.1.0.0/16 | X       | There is no name here that can be changed",
    })
    void aNameThatIsNoneOrTakenIsRefusedWithTheReason(String marker, String newName, String reason) {
        try (Workspace workspace = new Workspace()) {
            workspace.open(URI, MODEL);
            var answer = workspace.server().getTextDocumentService().rename(
                    new RenameParams(workspace.document(URI), workspace.at(URI, marker), newName));
            assertThatThrownBy(() -> answer.get(60, TimeUnit.SECONDS)).cause()
                    .isInstanceOfSatisfying(ResponseErrorException.class,
                            refused -> assertThat(refused.getResponseError().getMessage()).startsWith(reason));
        }
    }

    @Test
    void beforeTheNewNameIsAskedForTheOldOneIsShown() {
        try (Workspace workspace = new Workspace()) {
            workspace.open(URI, MODEL);
            var prepared = answer(workspace.server().getTextDocumentService().prepareRename(
                    new PrepareRenameParams(workspace.document(URI), workspace.at(URI, "via HQ1")))).getSecond();
            assertThat(prepared.getPlaceholder()).isEqualTo("HQ1");
            assertThat(workspace.textOf(URI, prepared.getRange())).isEqualTo("HQ1");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void filesOnTheDiskThatImportEachOtherAreRenamedTogether(boolean foldersAreKnown, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("base.dmvpn"), "transport Deep { latency 1ms }\n");
        Path shared = Files.writeString(folder.resolve("shared.dmvpn"), "import \"base.dmvpn\"\ntransport Backbone { latency 1ms }\n");
        String uri = folder.resolve("net.dmvpn").toUri().toString();
        try (Workspace workspace = new Workspace()) {
            if (foldersAreKnown) {
                workspace.server().getWorkspaceService().didChangeWorkspaceFolders(new DidChangeWorkspaceFoldersParams(
                        new WorkspaceFoldersChangeEvent(List.of(new WorkspaceFolder(folder.toUri().toString(), "models")), List.of())));
            }
            workspace.open(uri, "import \"shared.dmvpn\"\nhub H { wan Backbone dhcp }\nhub I { wan Deep dhcp }\n");
            WorkspaceEdit edit = answer(workspace.server().getTextDocumentService().rename(
                    new RenameParams(workspace.document(uri), workspace.at(uri, "wan Backbone"), "Core")));
            assertThat(edit.getChanges()).containsOnlyKeys(uri, shared.toUri().toString());
        }
    }

    @Test
    void aNameThatIsTakenWhereItIsUsedIsRefused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("shared.dmvpn"), "transport Backbone { latency 1ms }\n");
        String uri = folder.resolve("net.dmvpn").toUri().toString();
        try (Workspace workspace = new Workspace()) {
            workspace.open(uri, "import \"shared.dmvpn\"\ntransport Taken { latency 1ms }\nhub H { wan Backbone dhcp }\n");
            var answer = workspace.server().getTextDocumentService().rename(
                    new RenameParams(workspace.document(uri), workspace.at(uri, "wan Backbone"), "Taken"));
            assertThatThrownBy(() -> answer.get(60, TimeUnit.SECONDS)).cause().hasMessageContaining("Another transport is called Taken");
        }
    }
}
