package dmvpn.app.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.app.RequestException;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.testing.Models;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureServiceTest {

    private final CaptureService service = new CaptureService(ModelReader.standalone());

    @TempDir
    private Path folder;

    private CaptureResult capture(String model, Path out) throws Exception {
        return service.capture(Models.write(folder, "model.dmvpn", model), new CaptureRequest(out, Optional.empty(),
                Optional.of(Duration.ofSeconds(5)), OptionalLong.empty()), ProgressMonitor.NONE);
    }

    @Test
    void eachRouterHasACaptureAndItsPacketsAreCounted() throws Exception {
        Path out = folder.resolve("out");

        CaptureResult result = capture(Models.SOUND, out);

        assertThat(result.packets()).isPositive();
        assertThat(result.cancelled()).isFalse();
        assertThat(out.resolve("HQ.pcapng")).isNotEmptyFile();
        assertThat(out.resolve("Branch.pcapng")).isNotEmptyFile();
    }

    @Test
    void theSameSeedIsTheSameCapture() throws Exception {
        capture(Models.SOUND, folder.resolve("one"));
        capture(Models.SOUND, folder.resolve("two"));

        assertThat(folder.resolve("one/HQ.pcapng")).hasSameBinaryContentAs(folder.resolve("two/HQ.pcapng"));
    }

    /** On many disks both files would be one. */
    @Test
    void routersWhoseNamesDifferInCaseOnlyAreRefused() {
        String twins = Models.SOUND + "spoke BRANCH { wan Internet dhcp  lan 192.168.12.0/24  "
                + "join Corp as 10.0.0.12 via HQ }\n";

        assertThatThrownBy(() -> capture(twins, folder.resolve("out")))
                .isInstanceOf(RequestException.class).hasMessageContaining("Branch and BRANCH");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aWrongModelIsRefusedAndNothingIsWritten() throws Exception {
        CaptureResult result = capture(Models.WRONG, folder.resolve("out"));

        assertThat(result.isRefused()).isTrue();
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
