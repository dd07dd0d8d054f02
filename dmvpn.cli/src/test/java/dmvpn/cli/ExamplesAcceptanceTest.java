package dmvpn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of the examples does what its README says every example does. */
class ExamplesAcceptanceTest {

    @TempDir
    private Path folder;

    static List<Path> examples() throws IOException {
        try (Stream<Path> folders = Files.list(Called.EXAMPLES)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theListOfExamplesHasItWithItsTitle(Path example) throws IOException {
        Path readme = example.resolve("README.md");
        String title = Files.readAllLines(readme).getFirst().replaceFirst("# ", "");

        assertThat(Called.EXAMPLES.resolveSibling("docs").resolve("examples.md")).content().contains(
                "| [" + example.getFileName() + "](../examples/" + example.getFileName() + "/README.md) | " + title + " |");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsSound(Path example) {
        assertThat(Called.dmvpn("check", example).endsWith(0).out()).doesNotContain(": error ");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itsScenariosMeetTheirExpectations(Path example) throws IOException {
        Path junit = folder.resolve("verdicts.xml");

        Called called = Called.dmvpn("test", example, "--junit", junit).endsWith(0);

        assertThat(called.out()).contains("passed").contains(" scenarios, 0 failed");
        assertThat(Files.readString(junit)).contains("<testcase").doesNotContain("<failure").doesNotContain("<error");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itRunsAndEveryRouterShowsItsTables(Path example) throws IOException {
        Called called = Called.dmvpn("simulate", oneModel(example), "--quiet").endsWith(0);

        assertThat(called.out()).contains("# show dmvpn", "# show ip route").containsAnyOf("# show ip nhrp", "# show ipv6 nhrp");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itIsExportedForEachRouter(Path example) throws IOException {
        Called called = Called.dmvpn("export", oneModel(example), "--all", "--to", "cisco", "--out", folder).endsWith(0);

        assertThat(called.lines()).isNotEmpty().allSatisfy(file ->
                assertThat(Path.of(file)).content().contains("hostname ").contains("interface Tunnel"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itIsCapturedForEachRouter(Path example) throws IOException {
        Called.dmvpn("pcap", oneModel(example), "--until", "3s", "--out", folder).endsWith(0);

        // The section header block of pcapng begins with these four bytes, whatever the byte order.
        assertThat(Files.list(folder).filter(file -> file.toString().endsWith(".pcapng")).toList()).isNotEmpty()
                .allSatisfy(file -> assertThat(Files.readAllBytes(file)).startsWith(0x0a, 0x0d, 0x0d, 0x0a));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itIsDrawn(Path example) throws IOException {
        Path svg = folder.resolve("picture.svg");

        Called.dmvpn("draw", oneModel(example), "-o", svg).endsWith(0);

        assertThat(Files.readString(svg)).startsWith("<").contains("<svg").endsWith("</svg>\n");
    }

    /** The folder, or the first of several models in it: some commands take one model at a time. */
    private static Path oneModel(Path example) throws IOException {
        try (Stream<Path> files = Files.list(example)) {
            List<Path> models = files.filter(file -> file.toString().endsWith(".dmvpn")).sorted().toList();
            return models.size() > 1 ? models.getFirst() : example;
        }
    }
}
