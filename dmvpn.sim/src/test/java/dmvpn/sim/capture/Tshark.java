package dmvpn.sim.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Wireshark's command line, which reads captures as people do. A test that needs it is skipped where it is missing. */
final class Tshark {

    private final Path directory;

    /** @param directory folder of captures with their profile */
    Tshark(Path directory) {
        boolean present = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tshark")));
        assumeTrue(present, "tshark is missing: install the package tshark (apt-get install tshark)");
        this.directory = directory;
    }

    /** Output lines for a capture. */
    List<String> read(String capture, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", directory.resolve(capture).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("WIRESHARK_CONFIG_DIR", directory.resolve(WiresharkProfile.FOLDER).toString());
        Path errors = Files.createTempFile(directory, "tshark", ".err");
        Process process = builder.redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("tshark says: %s", Files.readString(errors)).isZero();
        return output.lines().toList();
    }

    /** Values of fields, one list for each packet; several values of a field are separated by commas. */
    List<List<String>> fields(String capture, String filter, String... fields) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-Y", filter, "-T", "fields", "-E", "separator=|"));
        for (String field : fields) {
            arguments.addAll(List.of("-e", field));
        }
        return read(capture, arguments.toArray(String[]::new)).stream()
                .map(line -> List.of(line.split("\\|", -1)))
                .toList();
    }

    /** Packets that Wireshark finds fault with: malformed, a warning or worse. */
    List<String> complaints(String capture) throws IOException, InterruptedException {
        return read(capture, "-Y", "_ws.malformed or _ws.expert.severity >= \"Warning\"",
                "-T", "fields", "-e", "frame.number", "-e", "_ws.col.Info", "-e", "_ws.expert.message");
    }
}
