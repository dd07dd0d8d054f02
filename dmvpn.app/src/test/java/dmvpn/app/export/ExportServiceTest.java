package dmvpn.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.app.RequestException;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.testing.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportServiceTest {

    private static final String FAMILY = Models.SOUND.replace("spoke Branch {", "spoke Branch[1..2] {")
            .replace("192.168.11.0/24", "192.168.{10+n}.0/24").replace("10.0.0.11", "10.0.0.{10+n}")
            .replace("path Branch.lan", "path Branch[1].lan");

    private final ExportService service = ExportService.standard(ModelReader.standalone());
    private Path out;

    @TempDir
    private Path folder;

    @BeforeEach
    void nameTheOutput() {
        out = folder.resolve("out");
    }

    private ExportResult export(String model, String... routers) throws RequestException, IOException {
        return service.export(Models.write(folder, "model.dmvpn", model),
                new ExportRequest(List.of(routers), "cisco", out), ProgressMonitor.NONE);
    }

    @Test
    void everyRouterGetsAFile() throws Exception {
        ExportResult result = export(Models.SOUND);

        assertThat(result.files()).containsExactly(out.resolve("HQ.cfg"), out.resolve("Branch.cfg"))
                .allSatisfy(file -> assertThat(file).content().contains("router eigrp 100\n").endsWith("end\n"));
    }

    @Test
    void aRouterThatIsNamedTwiceIsWrittenOnce() throws Exception {
        assertThat(export(FAMILY, "Branch[1]", "Branch1").files()).containsExactly(out.resolve("Branch1.cfg"));
    }

    @Test
    void anUnknownRouterIsWrongUsageAndNothingIsWritten() {
        assertThatThrownBy(() -> export(Models.SOUND, "HQ", "Nowhere"))
                .isInstanceOf(RequestException.class).hasMessageContaining("Nowhere");
        assertThat(out).doesNotExist();
    }

    /** On many disks both files would be one. */
    @Test
    void routersWhoseNamesDifferInCaseOnlyAreRefusedTogether() throws Exception {
        String twins = Models.SOUND + "spoke BRANCH { wan Internet dhcp  lan 192.168.12.0/24  "
                + "join Corp as 10.0.0.12 via HQ }\n";

        assertThatThrownBy(() -> export(twins)).isInstanceOf(RequestException.class)
                .hasMessageContaining("Branch and BRANCH");
        assertThat(out).doesNotExist();
        assertThat(export(twins, "BRANCH").files()).containsExactly(out.resolve("BRANCH.cfg"));
    }

    @Test
    void aWrongModelIsRefusedAndNothingIsWritten() throws Exception {
        assertThat(export(Models.WRONG).isRefused()).isTrue();
        assertThat(out).doesNotExist();
    }

    @Test
    void aPlanSaysWhatIsNewChangedAndTheSameAndWritesNothing() throws Exception {
        Path model = Models.write(folder, "model.dmvpn", Models.SOUND);
        ExportRequest request = new ExportRequest(List.of(), "cisco", out);
        ExportPlan first = service.plan(model, request, ProgressMonitor.NONE);
        assertThat(first.files()).extracting(PlannedFile::effect).containsOnly(PlannedFile.Effect.NEW);
        assertThat(out).doesNotExist();

        service.write(first.files().getFirst());
        Files.writeString(out.resolve("Branch.cfg"), "hostname Old\n");

        ExportPlan second = service.plan(model, request, ProgressMonitor.NONE);
        assertThat(second.files()).extracting(PlannedFile::router).containsExactly("HQ", "Branch");
        assertThat(second.files()).extracting(PlannedFile::effect)
                .containsExactly(PlannedFile.Effect.SAME, PlannedFile.Effect.CHANGED);
        assertThat(second.files().getLast().before()).contains("hostname Old\n");
    }
}
