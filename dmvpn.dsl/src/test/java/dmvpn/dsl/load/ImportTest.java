package dmvpn.dsl.load;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.network.device.Device;
import dmvpn.network.rules.Finding;
import dmvpn.network.underlay.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that are written in several files. */
class ImportTest {

    private static final String TRANSPORT = "transport Internet { latency 10ms  dhcp 198.51.100.0/24 }";

    @TempDir
    private Path folder;

    /** The sound model without what it imports. */
    private String main;

    @BeforeEach
    void writeSharedFiles() throws IOException {
        int crypto = Models.SOUND.indexOf("crypto Suite {");
        int cloud = Models.SOUND.indexOf("cloud Corp {");
        write("shared/transports.dmvpn", TRANSPORT + "\n");
        write("shared/crypto.dmvpn", "import \"transports.dmvpn\"\n" + Models.SOUND.substring(crypto, cloud));
        main = "network Test\nimport \"shared/crypto.dmvpn\"\n" + Models.SOUND.substring(cloud);
        write("main.dmvpn", main);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    @Test
    void filesAreReadAsTheyWereWhenSomebodyKnowsHow() throws IOException {
        Path transports = folder.resolve("shared/transports.dmvpn");
        Files.writeString(transports, "this is no model");
        Path file = folder.resolve("main.dmvpn");

        LoadedModel known = Models.loader().load(file, main, Map.of(transports, TRANSPORT + "\n"));

        assertThat(known.findings()).isEmpty();
        assertThat(known.network().orElseThrow().transports()).extracting(Transport::name).containsExactly("Internet");
        assertThat(known.network().orElseThrow().transports().getFirst().origin().file()).isEqualTo(transports.toString());
        assertThat(load(file).hasErrors()).isTrue();
    }

    private static LoadedModel load(Path file) {
        return Models.loader().load(file);
    }

    private String shown(Finding finding) {
        return folder.relativize(Path.of(finding.origin().file())).toString().replace('\\', '/') + ":"
                + finding.origin().line() + " " + finding.rule().id();
    }

    private List<String> shown(LoadedModel model) {
        return model.findings().stream().map(this::shown).toList();
    }

    @Test
    void namesOfImportedFilesAreVisibleOverAnyNumberOfSteps() {
        LoadedModel model = load(folder.resolve("main.dmvpn"));

        assertThat(shown(model)).isEmpty();
        assertThat(model.network().orElseThrow()).satisfies(network -> {
            assertThat(network.name()).isEqualTo("Test");
            assertThat(network.transports()).extracting(Transport::name).containsExactly("Internet");
            assertThat(network.devices()).extracting(Device::name).containsExactly("HQ", "Branch1", "Branch2");
            assertThat(network.devices().getFirst().crypto().profiles()).hasSize(1);
        });
    }

    @Test
    void aModelInSeveralFilesMeansWhatItMeansInOne() {
        assertThat(load(folder.resolve("main.dmvpn")).network()).isEqualTo(Models.load(Models.SOUND).network());
    }

    @Test
    void anOriginIsInTheFileInWhichSomethingStands() {
        Transport transport = load(folder.resolve("main.dmvpn")).network().orElseThrow().transports().getFirst();

        assertThat(Path.of(transport.origin().file())).isEqualTo(folder.resolve("shared/transports.dmvpn"));
        assertThat(transport.origin().line()).isEqualTo(1);
    }

    @Test
    void filesMayImportEachOtherAndThemselves() throws IOException {
        write("shared/transports.dmvpn", "import \"crypto.dmvpn\"\nimport \"transports.dmvpn\"\nimport \"../main.dmvpn\"\n" + TRANSPORT);

        assertThat(shown(load(folder.resolve("main.dmvpn")))).isEmpty();
    }

    @Test
    void aPartMayNameWhatTheFileDeclaresThatItImports() throws IOException {
        write("branches.dmvpn", "import \"main.dmvpn\"\nspoke Far { wan Internet dhcp  lan 192.168.99.0/24  join Corp as 10.0.0.99 via HQ }");
        write("main.dmvpn", "import \"branches.dmvpn\"\n" + main);

        LoadedModel model = load(folder.resolve("main.dmvpn"));
        assertThat(shown(model)).isEmpty();
        assertThat(model.network().orElseThrow().devices()).extracting(Device::name).contains("Far");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        missing.dmvpn     | There is no such file
        shared            | A model imports files whose names end in .dmvpn
        notes.txt         | A model imports files whose names end in .dmvpn
        folder.dmvpn      | This is a folder, not a file
        picture.dmvpn     | This is no text: it holds zero bytes. A model is a text file in UTF-8
        """)
    void whatCannotBeImportedIsAFindingAtTheImport(String name, String problem) throws IOException {
        Files.createDirectory(folder.resolve("folder.dmvpn"));
        Files.write(folder.resolve("picture.dmvpn"), new byte[] {1, 0, 2});
        write("main.dmvpn", "import \"" + name + "\"\n" + main);

        assertThat(load(folder.resolve("main.dmvpn")).findings()).singleElement().satisfies(finding -> {
            assertThat(shown(finding)).isEqualTo("main.dmvpn:1 L-IMPORT");
            assertThat(finding.message()).isEqualTo(problem);
            assertThat(finding.origin().column()).isEqualTo(8);
        });
    }

    @Test
    void findingsStandInTheirOwnFile() throws IOException {
        write("shared/transports.dmvpn", "\n" + TRANSPORT.replace("10ms", "10") + "\ntransport Oops {");

        assertThat(shown(load(folder.resolve("main.dmvpn"))))
                .containsExactlyInAnyOrder("shared/transports.dmvpn:2 L-VALUE", "shared/transports.dmvpn:3 L-SYNTAX");
    }

    @Test
    void aNameThatTwoFilesDeclareIsADuplicate() throws IOException {
        write("main.dmvpn", main + TRANSPORT);

        assertThat(shown(load(folder.resolve("main.dmvpn")))).containsExactly("main.dmvpn:24 L-NAME-DUPLICATE");
    }

    @Test
    void commentsSuppressInTheirOwnFile() throws IOException {
        write("shared/transports.dmvpn", TRANSPORT.replace("dhcp", "provider-as 64512 dhcp") + " // suppress L-NOT-SIMULATED: known");

        LoadedModel model = load(folder.resolve("main.dmvpn"));
        assertThat(shown(model)).isEmpty();
        assertThat(model.suppressed()).hasSize(1);
    }

    @Test
    void aFolderHasOneModelForEachFileThatNoOtherImports() throws IOException {
        write("other.dmvpn", main.replace("network Test", "network Other"));

        assertThat(Models.loader().loadAll(List.of(folder))).extracting(model -> model.network().orElseThrow().name())
                .containsExactly("Test", "Other");
    }

    @Test
    void ofFilesThatImportEachOtherTheFirstIsTheModel() throws IOException {
        write("shared/transports.dmvpn", "import \"../main.dmvpn\"\n" + TRANSPORT);

        assertThat(Models.loader().loadAll(List.of(folder))).singleElement()
                .satisfies(model -> assertThat(Path.of(model.file())).isEqualTo(folder.resolve("main.dmvpn")));
    }
}
