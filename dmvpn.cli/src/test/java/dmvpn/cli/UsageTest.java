package dmvpn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    private static final Path PHASE_3 = Called.EXAMPLES.resolve("phase3-eigrp");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"check", "simulate", "timeline", "sequence", "show", "debug", "diagnose", "test", "storm", "export", "pcap", "draw", "report", "rules", "lsp"})
    void everyCommandExplainsItself(String command) {
        Called called = Called.dmvpn(command, "--help").endsWith(0);

        assertThat(called.out()).contains("Usage: dmvpn " + command).contains("Exit codes:");
    }

    @Test
    void theCommandListsItsCommands() {
        assertThat(Called.dmvpn("--help").endsWith(0).out())
                .contains("check", "simulate", "timeline", "sequence", "show", "debug", "diagnose", "test", "storm", "export", "pcap", "draw", "report", "rules", "lsp", "ide", "bench");
    }

    @Test
    void theVersionIsThatOfTheProduct() {
        assertThat(Called.dmvpn("--version").endsWith(0).out()).matches("dmvpn \\d+\\.\\d+\\.\\d+\nJava .+\n");
    }

    @Test
    void noCommandAtAllIsWrongUsage() {
        assertThat(Called.dmvpn().endsWith(2).err()).contains("command is missing").contains("--help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "simulate", "show", "debug", "diagnose", "test", "storm", "export", "pcap", "draw", "report"})
    void aMissingPathIsWrongUsage(String command) {
        assertThat(Called.dmvpn(command).endsWith(2).err()).contains("PATH").contains("dmvpn " + command + " --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"simlate", "--wrong"})
    void anUnknownWordIsWrongUsage(String word) {
        assertThat(Called.dmvpn(word).endsWith(2).err()).contains(word);
    }

    @Test
    void anUnknownCommandIsCalledThat() {
        assertThat(Called.dmvpn("foo", "--all").endsWith(2).err())
                .isEqualTo("dmvpn: no command is called 'foo'; see dmvpn --help\n");
    }

    @Test
    void anEmptyTextNamesNoFile() {
        assertThat(Called.dmvpn("check", "").endsWith(2).err()).contains("PATH").contains("an empty text names no file");
        assertThat(Called.dmvpn("draw", PHASE_3, "-o", "").endsWith(2).err()).contains("--out").contains("an empty text");
        assertThat(Called.dmvpn("export", PHASE_3, "--all", "--out", "").endsWith(2).err()).contains("an empty text");
        assertThat(Called.dmvpn("test", PHASE_3, "--junit", "").endsWith(2).err()).contains("an empty text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "5", "-3s", ""})
    void aLengthThatIsNoDurationIsWrongUsage(String text) {
        assertThat(Called.dmvpn("simulate", PHASE_3, "--until", text).endsWith(2).err()).contains("duration");
    }

    @Test
    void aSeedThatIsNoNumberIsWrongUsage() {
        assertThat(Called.dmvpn("simulate", PHASE_3, "--seed", "lucky").endsWith(2).err())
                .contains("--seed").contains("'lucky' is not a whole number").doesNotContain("long");
    }

    @Test
    void anUnknownRouterIsWrongUsageAndTheOthersAreNamed() {
        assertThat(Called.dmvpn("simulate", PHASE_3, "--router", "HQ9").endsWith(2).err()).contains("HQ9").contains("Branch1");
    }

    @Test
    void anUnknownScenarioIsWrongUsageAndTheOthersAreNamed() {
        assertThat(Called.dmvpn("simulate", PHASE_3, "--scenario", "Nope").endsWith(2).err())
                .contains("Nope").contains("FirstPacket");
    }

    @Test
    void aProtocolThatDoesNotComeUpIsTold() {
        assertThat(Called.dmvpn("simulate", PHASE_3, "--protocol", "OSPF", "--until", "1s").endsWith(0).err())
                .contains("OSPF").contains("NHRP");
    }

    @Test
    void exportWantsToKnowWhichRouters() {
        assertThat(Called.dmvpn("export", PHASE_3, "--out", folder).endsWith(2).err()).contains("--all");
    }

    @Test
    void anUnknownFormatIsWrongUsageAndTheOthersAreNamed() {
        assertThat(Called.dmvpn("export", PHASE_3, "--all", "--to", "toaster", "--out", folder).endsWith(2).err())
                .contains("toaster").contains("cisco");
    }

    @Test
    void aFolderWithSeveralModelsIsTooManyForOneRun() {
        assertThat(Called.dmvpn("simulate", Called.EXAMPLES).endsWith(2).err()).contains("phase3.dmvpn");
    }

    @Test
    void rulesAreListedAndExplained() {
        assertThat(Called.dmvpn("rules").endsWith(0).lines()).hasSizeGreaterThan(20)
                .allMatch(line -> line.matches("[A-Z0-9-]+  (error|warning|info)  .+"));
        assertThat(Called.dmvpn("rules", "L-LINK").endsWith(0).out()).contains("References").contains("Source:");
        assertThat(Called.dmvpn("rules", "r-ad-02").endsWith(0).out()).startsWith("R-AD-02 ");
        assertThat(Called.dmvpn("rules", "X-1").endsWith(2).err()).contains("X-1");
    }

    @Test
    void aFolderForTheResultsIsMade() {
        Path deep = folder.resolve("a/b/c");

        Called.dmvpn("export", PHASE_3, "--router", "HQ", "--to", "cisco", "--out", deep).endsWith(0);

        assertThat(deep).isDirectoryContaining(file -> Files.isRegularFile(file));
    }
}
