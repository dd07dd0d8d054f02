package dmvpn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The diagram in Chromium against {@code dmvpn serve} as a process: the tests in dmvpn.diagram.client/test-browser. */
class DiagramPageTest {

    private static final long DEADLINE_MINUTES = 15;
    private static final Path CLIENT = Path.of("").toAbsolutePath().resolveSibling("dmvpn.diagram.client");
    private static final List<Path> CHROMIUM = List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));

    @TempDir
    private Path folder;

    @Test
    void peopleEditModelsInABrowser() throws Exception {
        assumeTrue(DiagramPageTest.class.getResource("/dmvpn/diagram/client/app.js") != null,
                "The diagram's page is not in this build: there is no Node. Run: sudo apt-get install -y nodejs npm");
        Path chromium = CHROMIUM.stream().filter(Files::isExecutable).findFirst().orElse(null);
        assumeTrue(chromium != null, "There is no Chromium to show the diagram in. Run: sudo apt-get install -y chromium");
        assumeTrue(Files.isDirectory(CLIENT.resolve("node_modules/playwright-core")),
                "The tests' packages are not installed. Run: npm ci, in dmvpn.diagram.client");

        Path output = folder.resolve("output.txt");
        ProcessBuilder tests = new ProcessBuilder(command()).directory(CLIENT.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        tests.environment().put("DMVPN_SERVE", new Gson().toJson(serve()));
        tests.environment().put("CHROMIUM", chromium.toString());
        Process process = tests.start();
        boolean ended = process.waitFor(DEADLINE_MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }

        assertThat(ended).as("ended in time:\n%s", Files.readString(output)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        assertThat(Files.readString(output)).containsPattern("(?m)^# pass [1-9]").contains("# fail 0");
    }

    private static List<String> command() throws IOException {
        try (Stream<Path> files = Files.list(CLIENT.resolve("test-browser"))) {
            return Stream.concat(Stream.of("node", "--test", "--test-reporter=tap", "--test-concurrency=1"),
                    files.map(Path::toString).filter(name -> name.endsWith(".test.mjs")).sorted()).toList();
        }
    }

    private static List<String> serve() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dmvpn.cli.Main", "serve");
    }
}
