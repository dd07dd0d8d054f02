package dmvpn.app.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.export.ExportRequest;
import dmvpn.app.export.ExportService;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.testing.Models;
import dmvpn.dsl.ide.server.DmvpnLanguageServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.TextDocumentItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewServiceTest {

    private static final String MODEL = """
            network Test
            transport Internet { latency 10ms  dhcp 198.51.100.0/24 }
            cloud Corp {
              overlay 10.0.0.0/24  phase 3
              network-id 1
              routing eigrp 100 { summary 192.168.0.0/16 from hubs }
            }
            hub HQ {
              wan Internet 203.0.113.1/24 gateway 203.0.113.254
              lan 192.168.1.0/24
              join Corp as 10.0.0.1
            }
            spoke Branch[1..2] {
              wan Internet dhcp
              lan 192.168.{10+n}.0/24
              join Corp as 10.0.0.{10+n} via HQ
            }
            """;

    @TempDir
    private Path folder;

    private final DmvpnLanguageServer server = new DmvpnLanguageServer();

    @AfterEach
    void endTheServer() {
        server.shutdown();
    }

    @Test
    void thePreviewIsWhatAnExportOfTheTextWrites() throws Exception {
        Path file = Models.write(folder, "net.dmvpn", MODEL);
        ExportService.standard(ModelReader.standalone())
                .export(file, new ExportRequest(List.of(), "frr", folder.resolve("out")), ProgressMonitor.NONE);

        Preview.Written preview = written(MODEL, "frr", "Branch2", "");

        assertThat(preview.text()).isEqualTo(Files.readString(folder.resolve("out").resolve(preview.fileName())));
    }

    @Test
    void theRouterThatThePersonIsInIsShownAndOfAFamilyTheMemberThatWasShown() {
        assertThat(written(MODEL, "cisco", "", "hub HQ").router()).isEqualTo("HQ");
        assertThat(written(MODEL, "cisco", "HQ", "lan 192.168.{10+n}").router()).isEqualTo("Branch1");
        assertThat(written(MODEL, "cisco", "Branch2", "lan 192.168.{10+n}").router()).isEqualTo("Branch2");
        assertThat(written(MODEL, "cisco", "Branch2", "network-id").router()).isEqualTo("Branch2");
        assertThat(written(MODEL, "cisco", "Renamed", "").router()).isEqualTo("HQ");
    }

    @Test
    void aPlaceInTheModelLeadsToItsLinesAndALineToItsPlace() {
        Preview.Written preview = written(MODEL, "cisco", "Branch1", "");

        List<Integer> made = PreviewLinks.madeBy(preview.lines(), place(preview, "summary 192"));
        assertThat(made).isNotEmpty();
        assertThat(made).allSatisfy(index -> assertThat(PreviewLinks.sourceOf(preview.lines(), index).orElseThrow().line())
                .isEqualTo(6));
        List<String> lan = PreviewLinks.madeBy(preview.lines(), place(preview, "lan 192.168.{")).stream()
                .map(index -> preview.lines().get(index).text()).toList();
        assertThat(lan).contains(" ip address 192.168.11.1 255.255.255.0");
    }

    @Test
    void everyLineOfEveryFormatLeadsToThePlaceThatMadeIt() {
        for (String format : PreviewService.standard().formats()) {
            for (String router : List.of("HQ", "Branch2")) {
                Preview.Written preview = written(MODEL, format, router, "");
                assertThat(preview.lines()).filteredOn(line -> !isSeparator(line.text()))
                        .allSatisfy(line -> assertThat(line.source()).as(format + ": " + line.text()).isPresent());
            }
        }
    }

    /** Blocks end with these, and FRRouting resolves next hops in each configuration. */
    private static boolean isSeparator(String text) {
        return text.isBlank() || text.strip().startsWith("!") || text.endsWith(" nht resolve-via-default")
                || List.of("end", "exit").contains(text.strip());
    }

    @Test
    void aModelWithAnErrorIsRefusedWithTheFirstErrorAndItsLine() {
        assertThat(preview(MODEL.replace("via HQ", "via Nobody"), "cisco", "", ""))
                .isInstanceOfSatisfying(Preview.Refused.class, refused -> assertThat(refused.reason())
                        .startsWith("the model has 2 errors, the first in line 16: ").contains("hub"));
        assertThat(preview("network Empty\n", "cisco", "", ""))
                .isEqualTo(new Preview.Refused("the model has no router"));
    }

    @Test
    void aSecretThatTheModelKeepsElsewhereIsAPlaceholder() throws Exception {
        Models.write(folder, "keys.secrets", "wan = TopSecret1\n");
        String model = MODEL.replace("cloud Corp {", """
                secrets "keys.secrets"
                crypto Suite { ike v2  encryption aes-gcm-256  prf sha384  group 20  esp aes-gcm-256  mode transport  psk secret "wan" }
                cloud Corp { crypto Suite""");
        Preview preview = preview(model, "cisco", "HQ", "");

        assertThat(preview).isInstanceOfSatisfying(Preview.Written.class, written -> {
            assertThat(written.text()).contains("crypto").doesNotContain("TopSecret1");
            assertThat(written.notes()).anyMatch(note -> note.contains("wan"));
        });
    }

    private ModelPlace place(Preview.Written preview, String text) {
        int offset = MODEL.indexOf(text);
        return new ModelPlace(preview.model(), (int) MODEL.substring(0, offset).lines().count(), offset, 0);
    }

    private Preview.Written written(String model, String format, String router, String at) {
        return (Preview.Written) preview(model, format, router, at);
    }

    private Preview preview(String model, String format, String router, String at) {
        String uri = folder.resolve("edited.dmvpn").toUri().toString();
        server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "dmvpn", 1, model)));
        return server.ask(uri, document -> PreviewService.standard().preview(document.resource(), new PreviewRequest(format,
                router.isEmpty() ? Optional.empty() : Optional.of(router),
                at.isEmpty() ? OptionalInt.empty() : OptionalInt.of(model.indexOf(at)))))
                .join().orElseThrow();
    }
}
