package dmvpn.config.frr;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** FRRouting's shell, which reads configurations as routers do. A test that needs it is skipped where it is missing. */
final class Vtysh {

    private final Path directory;

    /** @param directory folder for files that it reads */
    Vtysh(Path directory) {
        boolean present = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "vtysh")));
        assumeTrue(present, "vtysh is missing: install the package frr (apt-get install frr)");
        this.directory = directory;
    }

    /** What it says about a configuration; nothing when it understands every line. */
    String complaints(String configuration) throws IOException, InterruptedException {
        Path file = Files.writeString(Files.createTempFile(directory, "frr", ".conf"), configuration);
        Process process = new ProcessBuilder("vtysh", "-C", "-f", file.toString()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        return code == 0 ? said.strip() : "exit code " + code + ": " + said.strip();
    }
}
