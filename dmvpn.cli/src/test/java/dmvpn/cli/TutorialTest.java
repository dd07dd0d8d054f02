package dmvpn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who does what the tutorial says gets what it promises. */
class TutorialTest {

    private static final Pattern MODEL = Pattern.compile("```\n(.*?)```", Pattern.DOTALL);

    private static String tutorial;
    private static List<String> models;

    @TempDir
    private Path folder;
    private Path file;

    @BeforeAll
    static void read() throws IOException {
        tutorial = Files.readString(Path.of("..", "docs", "tutorial.md")).replace("\r\n", "\n");
        models = MODEL.matcher(tutorial).results().map(block -> block.group(1)).toList();
    }

    @BeforeEach
    void makeTheFolder() throws IOException {
        file = Files.createDirectory(folder.resolve("acme")).resolve("network.dmvpn");
    }

    /** A line that the tutorial shows is printed, with the path of the reader's folder. */
    private void assertShown(Called called) {
        assertThat(called.lines()).isNotEmpty().allSatisfy(line ->
                assertThat(tutorial).contains("\n    " + line.replace(file.toString(), "acme/network.dmvpn") + "\n"));
    }

    @Test
    void theFirstModelGetsTheWarningsThatAreShown() throws IOException {
        Files.writeString(file, models.get(0));

        Called called = Called.dmvpn("check", folder.resolve("acme")).endsWith(0);

        assertThat(called.lines()).hasSize(3);
        assertShown(called);
    }

    @Test
    void theFirstModelRuns() throws IOException {
        Files.writeString(file, models.get(0));

        assertThat(Called.dmvpn("simulate", folder.resolve("acme"), "--quiet").endsWith(0).out())
                .contains("HQ1# show dmvpn", "Type:Hub, NHRP Peers:3", " UP ");
    }

    @Test
    void nothingIsToSayOfTheSecondModel() throws IOException {
        Files.writeString(file, models.get(1));

        assertThat(Called.dmvpn("check", folder.resolve("acme")).endsWith(0).out()).isEmpty();
    }

    @Test
    void theSecondModelOutlivesAHub() throws IOException {
        Files.writeString(file, models.get(1));

        assertShown(Called.dmvpn("test", folder.resolve("acme")).endsWith(0));
    }

    @Test
    void itDoesNotOutliveTwo() throws IOException {
        Files.writeString(file, models.get(1).replace("fail HQ1\n", "fail HQ1\n  at 150s fail HQ2\n"));

        assertThat(Called.dmvpn("test", folder.resolve("acme")).endsWith(1).out())
                .contains("FAILED  Acme HubFails", "first event that shows it");
    }

    @Test
    void theSecondModelIsExportedAndDrawn() throws IOException {
        Files.writeString(file, models.get(1));

        assertThat(Called.dmvpn("export", folder.resolve("acme"), "--all", "--to", "cisco", "--out",
                folder.resolve("configurations")).endsWith(0).lines()).hasSize(5);
        Called.dmvpn("draw", folder.resolve("acme"), "-o", folder.resolve("acme.svg")).endsWith(0);
    }
}
