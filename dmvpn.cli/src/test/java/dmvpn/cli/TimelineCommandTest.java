package dmvpn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dmvpn simulate --trace} and {@code dmvpn timeline}: what a run printed is printed again from its file. */
class TimelineCommandTest {

    private static final Path PHASE_3 = Called.EXAMPLES.resolve("phase3-eigrp");

    @TempDir
    private Path folder;

    private Path trace() {
        return folder.resolve("run.trace");
    }

    private List<String> events(String... options) {
        Object[] arguments = new Object[options.length + 5];
        arguments[0] = "simulate";
        arguments[1] = PHASE_3;
        arguments[2] = "--until";
        arguments[3] = "30s";
        arguments[4] = "--trace=" + trace();
        System.arraycopy(options, 0, arguments, 5, options.length);
        return Called.dmvpn(arguments).endsWith(0).lines();
    }

    @Test
    void theFileOfARunPrintsItsTimelineAgain() {
        List<String> printed = events().stream().filter(line -> line.matches(" *\\d+\\.\\d{3,9}  .*")).toList();

        assertThat(Called.dmvpn("timeline", trace()).endsWith(0).lines()).isEqualTo(printed).hasSizeGreaterThan(100);
    }

    @Test
    void routersProtocolsAndFormsAreChosenAsInARun() {
        events();

        assertThat(Called.dmvpn("timeline", trace(), "--router", "Branch[1]", "--protocol", "nhrp", "--json").endsWith(0).lines())
                .isNotEmpty().allMatch(line -> line.contains("\"router\":\"Branch1\"") && line.contains("\"protocol\":\"NHRP\""));
        assertThat(Called.dmvpn("timeline", trace(), "--router", "Nobody").endsWith(2).err()).contains("has no router or host 'Nobody'");
    }

    @Test
    void ofAFileThatEndsTooEarlyTheBeginningIsPrintedAndSaidToBeOne() throws IOException {
        events("--keepalives");
        byte[] whole = Files.readAllBytes(trace());
        Files.write(trace(), Arrays.copyOf(whole, whole.length - 1));

        assertThat(Called.dmvpn("timeline", trace()).endsWith(1).err()).contains("ends before its run did");
    }

    @Test
    void whatIsNoTraceIsAWrongCall() {
        assertThat(Called.dmvpn("timeline", PHASE_3.resolve("README.md")).endsWith(2).err()).contains("is no trace of a run");
        assertThat(Called.dmvpn("timeline", folder.resolve("none")).endsWith(2).err()).contains("There is no file");
    }

    @Test
    void aTraceIsOfOneRunAndItsFileMustBeWritable() {
        assertThat(Called.dmvpn("simulate", PHASE_3, PHASE_3, "--trace", trace()).endsWith(2).err()).contains("name one model");
        assertThat(Called.dmvpn("simulate", PHASE_3, "--trace", folder.resolve("no").resolve("such")).endsWith(2).err())
                .contains("The trace cannot be written");
    }

    @Test
    void aWrongCallOverwritesNoTraceAndNothingThatIsNoTraceIsOverwritten() throws IOException {
        Called.dmvpn("simulate", PHASE_3, "--until", "5s", "--quiet", "--trace", trace());
        byte[] before = Files.readAllBytes(trace());
        Called.dmvpn("simulate", PHASE_3, "--trace", trace(), "--router", "Nobody").endsWith(2);
        Called.dmvpn("simulate", PHASE_3, "--trace", trace(), "--scenario", "None").endsWith(2);
        assertThat(Files.readAllBytes(trace())).isEqualTo(before);

        Path text = Files.writeString(folder.resolve("notes.txt"), "to be kept");
        assertThat(Called.dmvpn("simulate", PHASE_3, "--trace", text).endsWith(2).err()).contains("is no trace of a run");
        assertThat(text).hasContent("to be kept");
    }
}
