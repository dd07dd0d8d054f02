package dmvpn.app.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.app.RequestException;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.testing.Models;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
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

    private CaptureResult capture(CaptureBy by, boolean inClear) throws Exception {
        return capture(by, inClear, 5);
    }

    private CaptureResult capture(CaptureBy by, boolean inClear, int seconds) throws Exception {
        return service.capture(Models.EXAMPLES.resolve("phase3-eigrp"), new CaptureRequest(folder.resolve("out"), Optional.empty(),
                Optional.of(Duration.ofSeconds(seconds)), OptionalLong.empty(), by, inClear), ProgressMonitor.NONE);
    }

    private String strings(String file) throws IOException {
        return new String(Files.readAllBytes(folder.resolve("out").resolve(file)), StandardCharsets.ISO_8859_1);
    }

    @Test
    void eachTransportAndLocalNetworkMayHaveACapture() throws Exception {
        capture(CaptureBy.LINK, false, 105); // with a ping

        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".pcapng")).sorted())
                    .contains("Internet.pcapng").hasSizeGreaterThan(1).allMatch(name -> name.matches("Internet.*|.*-GigabitEthernet.*"));
        }
        assertThat(strings("Internet.pcapng")).contains("HQ GigabitEthernet1").contains("Branch2 GigabitEthernet1");
    }

    /** A transport may be called as the capture of a local network would be. */
    @Test
    void linksThatWouldGetOneFileAreRefused() throws Exception {
        String model = Models.SOUND.replace("Internet", "HQ-GigabitEthernet2");

        assertThatThrownBy(() -> service.capture(Models.write(folder, "twins.dmvpn", model), new CaptureRequest(folder.resolve("out"),
                Optional.empty(), Optional.empty(), OptionalLong.empty(), CaptureBy.LINK, false), ProgressMonitor.NONE))
                .isInstanceOf(RequestException.class).hasMessageContaining("Two parts of the network are called HQ-GigabitEthernet2");
    }

    @Test
    void theWholeNetworkMayBeOneCaptureWithEachPacketOnce() throws Exception {
        CaptureResult result = capture(CaptureBy.NETWORK, false);
        String all = strings(Models.example("phase3-eigrp").name() + ".pcapng");

        assertThat(all).contains("HQ GigabitEthernet1").contains("Branch1 GigabitEthernet1");
        assertThat((long) all.split("; behind event ", -1).length - 1).isPositive().isLessThan(result.packets());
        assertThat(all).doesNotContain("; before event ");
    }

    @Test
    void eachPacketSaysWhatItIsAndNextToWhichEventItCrossed() throws Exception {
        capture(CaptureBy.ROUTER, false);

        assertThat(strings("HQ.pcapng")).containsPattern("Registration Request \\(IPv4, ESP, GRE, NHRP\\); before event \\d+")
                .containsPattern("Registration Reply \\(IPv4, ESP, GRE, NHRP\\); behind event \\d+: NHRP Registration Reply sent");
    }

    /** What Wireshark reads in clear must be what it decrypts. */
    @Test
    void inClearThereIsNoEspAndTheKeyExchangeIsReadable() throws Exception {
        capture(CaptureBy.ROUTER, false);
        byte[] protectedBytes = Files.readAllBytes(folder.resolve("out/HQ.pcapng"));
        capture(CaptureBy.ROUTER, true);
        byte[] clear = Files.readAllBytes(folder.resolve("out/HQ.pcapng"));

        assertThat(clear.length).isLessThan(protectedBytes.length);
        assertThat(new String(clear, StandardCharsets.ISO_8859_1)).contains("dmvpnkey");
        assertThat(new String(protectedBytes, StandardCharsets.ISO_8859_1)).doesNotContain("dmvpnkey");
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
