package dmvpn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in a file, or is no file: a clear message, no stack trace, and the exit code as documented. */
class BadInputTest {

    private static final String SOUND = """
            network Test
            transport Internet { latency 10ms  dhcp 198.51.100.0/24 }
            cloud Corp { overlay 10.0.0.0/24  phase 3  network-id 1  routing eigrp 100 }
            hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 192.168.1.0/24  join Corp as 10.0.0.1 }
            spoke Branch { wan Internet dhcp  lan 192.168.11.0/24  join Corp as 10.0.0.11 via HQ }
            """;

    @TempDir
    private Path folder;

    private Path model(String text) throws IOException {
        return Files.writeString(folder.resolve("model.dmvpn"), text);
    }

    /** Every line of output is one finding of the file. */
    private static void assertOnlyFindings(Called called, Path file) {
        assertThat(called.lines()).isNotEmpty().allMatch(line -> line.startsWith(file + ":")
                && line.substring(file.toString().length()).matches(":\\d+:\\d+: (error|warning|info) \\[[A-Z0-9-]+] .+"));
    }

    @Test
    void theSoundModelOfTheseTestsHasNoErrors() throws IOException {
        assertThat(Called.dmvpn("check", model(SOUND)).endsWith(0).out()).doesNotContain(": error ");
    }

    @Test
    void anUnknownFile() {
        Path missing = folder.resolve("missing.dmvpn");

        Called called = Called.dmvpn("check", missing).endsWith(1);

        assertOnlyFindings(called, missing);
        assertThat(called.out()).contains("no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulate", "test"})
    void anUnknownFileIsAlsoToldWhereResultsAreSomethingElse(String command) {
        Called called = Called.dmvpn(command, folder.resolve("missing.dmvpn")).endsWith(1);

        assertThat(called.err()).contains("missing.dmvpn:1:1: error [L-FILE]");
    }

    @Test
    void theScenariosOfAModelWithAnErrorDoNotRunAndThatIsSaid() throws IOException {
        Path broken = model(SOUND.replace("via HQ", "via Nobody") + "scenario Calm { duration 10s }");

        Called called = Called.dmvpn("test", broken).endsWith(1);

        assertThat(called.lines()).containsExactly(
                "NOT RUN " + broken + ": a model with errors is not simulated; mend them and test again",
                "0 scenarios, 0 failed; those of 1 model did not run");
        assertThat(called.err()).contains("error [L-LINK]");
    }

    @Test
    void anUnreadableFile() throws IOException {
        Path secret = model(SOUND);
        assumeFalse(Files.getFileStore(secret).type().startsWith("NTFS"));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(secret), "the user of this test may read everything");

        Called called = Called.dmvpn("check", secret).endsWith(1);

        assertOnlyFindings(called, secret);
    }

    @Test
    void aPathThroughAFile() throws IOException {
        Path through = model(SOUND).resolve("deeper.dmvpn");

        Called called = Called.dmvpn("check", through).endsWith(1);

        assertOnlyFindings(called, through);
    }

    @Test
    void aFolderWithoutModels() {
        assertThat(Called.dmvpn("check", folder).endsWith(1).out()).contains(folder.toString(), ".dmvpn");
    }

    @Test
    void aSyntaxErrorInTheMiddleOfAFileLeavesTheRestChecked() throws IOException {
        Path file = model(SOUND.replace("phase 3", "phase {{ 3") + "\nspoke Late { wan Nowhere dhcp }\n");

        Called called = Called.dmvpn("check", file).endsWith(1);

        assertOnlyFindings(called, file);
        assertThat(called.out()).contains(file + ":3:").contains("Nowhere");
    }

    @Test
    void aReferenceToNothing() throws IOException {
        Path file = model(SOUND.replace("via HQ", "via Nobody"));

        Called called = Called.dmvpn("check", file).endsWith(1);

        assertOnlyFindings(called, file);
        assertThat(called.out()).contains(file + ":5:").contains("[L-LINK]").contains("Nobody");
    }

    @Test
    void anAddressOutsideTheOverlay() throws IOException {
        Path file = model(SOUND.replace("10.0.0.11", "10.0.1.11"));

        Called called = Called.dmvpn("check", file).endsWith(1);

        assertOnlyFindings(called, file);
        assertThat(called.out()).contains("10.0.1.11").contains("10.0.0.0/24");
    }

    @Test
    void aDuplicateAddress() throws IOException {
        Path file = model(SOUND.replace("10.0.0.11", "10.0.0.1 "));

        Called called = Called.dmvpn("check", file).endsWith(1);

        assertOnlyFindings(called, file);
        assertThat(called.out()).contains("10.0.0.1").contains("HQ").contains("Branch");
    }

    @Test
    void twoHubsWithOneNbmaAddress() throws IOException {
        Path file = model(SOUND + "hub HQ2 { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 192.168.2.0/24  "
                + "join Corp as 10.0.0.2 via HQ }\n");

        Called called = Called.dmvpn("check", file).endsWith(1);

        assertOnlyFindings(called, file);
        assertThat(called.out()).contains("203.0.113.1");
    }

    @Test
    void anEmptyFile() throws IOException {
        Path file = model("");

        Called called = Called.dmvpn("check", file);

        assertOnlyFindings(called.isCalm(), file);
        assertThat(called.out()).contains("[L-EMPTY]");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"bytes", "words", "braces"})
    void fiveMegabytesOfNoise(String kind) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        byte[] noise = new byte[5 * 1024 * 1024];
        switch (kind) {
            case "bytes" -> random.nextBytes(noise);
            case "words" -> fill(noise, "transport crypto cloud hub spoke 10.0.0.1 {n} \n", random);
            default -> fill(noise, "{}{}[]\n", random);
        }
        Path file = Files.write(folder.resolve("noise.dmvpn"), noise);

        Called called = Called.dmvpn("check", file).endsWith(1);

        assertOnlyFindings(called, file);
        assertThat(called.lines()).hasSizeLessThan(1_000);
    }

    private static void fill(byte[] noise, String alphabet, RandomGenerator random) {
        byte[] letters = alphabet.getBytes(StandardCharsets.US_ASCII);
        for (int index = 0; index < noise.length; index++) {
            noise[index] = letters[random.nextInt(letters.length)];
        }
    }

    @Test
    void aFileThatIsNotInUtf8() throws IOException {
        Path file = Files.write(folder.resolve("latin.dmvpn"), SOUND.replace("Test", "Zürich")
                .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(Called.dmvpn("check", file).endsWith(1).out()).contains("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulate", "test", "pcap", "export"})
    void aModelWithErrorsIsNotRunAndItsErrorsAreTold(String command) throws IOException {
        Path file = model(SOUND.replace("via HQ", "via Nobody"));
        Path out = folder.resolve("out");

        Called called = switch (command) {
            case "pcap" -> Called.dmvpn(command, file, "--out", out);
            case "export" -> Called.dmvpn(command, file, "--all", "--out", out);
            default -> Called.dmvpn(command, file);
        };

        called.endsWith(1);
        assertThat(called.err()).contains(": error [L-LINK]");
        assertThat(called.out()).doesNotContain("NHRP");
        assertThat(out).doesNotExist();
    }

    @Test
    void aModelWithErrorsIsDrawnAsFarAsItGoes() throws IOException {
        Path svg = folder.resolve("picture.svg");

        Called.dmvpn("draw", model(SOUND.replace("via HQ", "via Nobody")), "-o", svg).endsWith(1);

        assertThat(svg).content().contains("Branch");
    }

    @Test
    void findingsAreSortedByPlaceAndTheSameEachTime() throws IOException {
        Path file = model(SOUND.replace("via HQ", "via Nobody").replace("10.0.0.1 }", "10.0.9.1 }")
                .replace("latency 10ms", "latency fast"));

        Called first = Called.dmvpn("check", file).endsWith(1);

        assertThat(first.lines()).extracting(line -> Integer.parseInt(line.substring(file.toString().length() + 1).split(":")[0]))
                .isSorted().hasSizeGreaterThanOrEqualTo(3);
        assertThat(Called.dmvpn("check", file).out()).isEqualTo(first.out());
    }

    @Test
    void aFileThatCannotBeWritten() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "");

        Called called = Called.dmvpn("draw", model(SOUND), "-o", blocked.resolve("picture.svg")).endsWith(1);

        assertThat(called.err()).startsWith("dmvpn: ").contains(blocked.toString());
    }

    @Test
    void aFailedWriteLeavesTheOlderFileAndNothingElse() throws IOException {
        Path target = Files.createDirectory(folder.resolve("picture.svg"));
        Files.writeString(target.resolve("content"), "kept");

        Called called = Called.dmvpn("draw", model(SOUND), "-o", target).endsWith(1);

        assertThat(called.err()).isEqualTo("dmvpn: '" + target + "' cannot be read or written: it is a folder\n");
        assertThat(target.resolve("content")).hasContent("kept");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("picture.svg", "model.dmvpn");
        }
    }
}
