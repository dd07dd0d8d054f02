package dmvpn.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FRRouting's own shell reads what is written for it, of all routers of all examples. */
class ExportedForFrrTest {

    private static final Path VTYSH = Path.of("/usr/bin/vtysh");

    @TempDir
    private Path folder;

    @Test
    void vtyshUnderstandsEveryLine() throws Exception {
        assumeTrue(Files.isExecutable(VTYSH), "vtysh is missing: install the package frr (apt-get install frr)");
        List<String> complaints = new ArrayList<>();
        int files = 0;
        for (Path example : examples()) {
            ExportResult result = ExportService.standard(ModelReader.standalone()).export(example,
                    new ExportRequest(List.of(), "frr", folder.resolve(example.getParent().getFileName() + "-" + example.getFileName())),
                    ProgressMonitor.NONE);
            for (Path file : result.files()) {
                files++;
                Process vtysh = new ProcessBuilder(VTYSH.toString(), "-C", "-f", file.toString()).redirectErrorStream(true).start();
                vtysh.getOutputStream().close();
                String said = new String(vtysh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (vtysh.waitFor() != 0 || !said.isBlank()) {
                    complaints.add(file.getFileName() + ": " + said);
                }
            }
        }
        assertThat(complaints).isEmpty();
        assertThat(files).isGreaterThan(20);
    }

    /** Families of hundreds of routers have nothing that smaller ones have not. */
    private static List<Path> examples() throws Exception {
        try (Stream<Path> all = Files.walk(Path.of("../examples"), 2)) {
            return all.filter(path -> path.toString().endsWith(".dmvpn") && !path.toString().contains("branches")).sorted().toList();
        }
    }
}
