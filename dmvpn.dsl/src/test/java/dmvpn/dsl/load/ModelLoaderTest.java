package dmvpn.dsl.load;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no models get one clear finding each: no exception, no waiting. */
class ModelLoaderTest {

    private static final int NOISE_BYTES = 5 * 1024 * 1024;

    @TempDir
    private Path folder;

    private LoadedModel loadBytes(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("x.dmvpn"), bytes);
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ModelLoader.create().load(file));
    }

    private static String only(LoadedModel model) {
        assertThat(model.findings()).hasSize(1);
        assertThat(model.hasErrors()).isTrue();
        assertThat(model.network()).isEmpty();
        return Models.show(model.findings().getFirst());
    }

    @Test
    void aFileIsLoadedUnderTheNameThatItWasGiven() throws IOException {
        Path file = Files.writeString(folder.resolve("x.dmvpn"), Models.SOUND);
        LoadedModel model = Models.loader().load(file);

        assertThat(model.file()).isEqualTo(file.toString());
        assertThat(model.findings()).isEmpty();
        assertThat(model.network().orElseThrow().devices().getFirst().origin().file()).isEqualTo(file.toString());
    }

    @Test
    void aFolderIsLoadedFileByFileInTheOrderOfNames() throws IOException {
        Files.createDirectories(folder.resolve("b"));
        Files.writeString(folder.resolve("b/two.dmvpn"), Models.SOUND);
        Files.writeString(folder.resolve("a.dmvpn"), Models.SOUND);
        Files.writeString(folder.resolve("notes.txt"), "hub");

        assertThat(Models.loader().loadAll(List.of(folder))).extracting(model -> folder.relativize(Path.of(model.file())).toString())
                .containsExactly("a.dmvpn", "b/two.dmvpn".replace('/', java.io.File.separatorChar));
    }

    @Test
    void aFolderWithoutModelsSaysSo() {
        assertThat(only(Models.loader().loadAll(List.of(folder)).getFirst())).contains("no file that ends in .dmvpn");
    }

    @Test
    void aMissingFileSaysSo() {
        assertThat(only(Models.loader().load(folder.resolve("none.dmvpn")))).isEqualTo("1:1 L-FILE There is no such file");
    }

    @Test
    void aBinaryFileIsNoText() throws IOException {
        assertThat(only(loadBytes(new byte[] {'h', 'u', 'b', 0, 1, 2}))).contains("zero bytes");
    }

    @Test
    void latin1IsNotRead() throws IOException {
        assertThat(only(loadBytes("// Zürich\nhub A { }".getBytes(StandardCharsets.ISO_8859_1)))).contains("not in UTF-8");
    }

    @Test
    void fiveMegabytesOfRandomBytesAreRefused() throws IOException {
        byte[] noise = new byte[NOISE_BYTES];
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        random.nextBytes(noise);

        assertThat(only(loadBytes(noise))).contains("L-FILE");
    }

    @Test
    void fiveMegabytesOfPrintableNoiseAreRefused() throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
        byte[] noise = new byte[NOISE_BYTES];
        for (int index = 0; index < noise.length; index++) {
            noise[index] = (byte) (random.nextInt(60) == 0 ? '\n' : random.nextInt(32, 127));
        }

        assertThat(only(loadBytes(noise))).contains("This is no model");
    }

    @Test
    void fiveMegabytesOfBase64AreRefusedOrReportedBriefly() throws IOException {
        byte[] noise = new byte[NOISE_BYTES * 3 / 4];
        RandomGeneratorFactory.of("L64X128MixRandom").create(3).nextBytes(noise);
        LoadedModel model = loadBytes(Base64.getMimeEncoder().encode(noise));

        assertThat(model.hasErrors()).isTrue();
        assertThat(model.findings()).hasSizeLessThan(300);
    }

    @Test
    void fiveMegabytesInOneLineAreRefusedOrReportedBriefly() throws IOException {
        LoadedModel model = loadBytes("hub { lan ".repeat(NOISE_BYTES / 10).getBytes(StandardCharsets.UTF_8));

        assertThat(model.hasErrors()).isTrue();
        assertThat(model.findings()).hasSizeLessThan(300);
    }

    @Test
    void aSoupOfKeywordsIsReportedInBoundedTime() throws IOException {
        List<String> words = List.of("hub", "spoke", "{", "}", "lan", "10.0.0.1", "\"", "at", "expect", "foo", "[", "]", ",", "via", "\n");
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(4);
        StringBuilder soup = new StringBuilder();
        while (soup.length() < NOISE_BYTES / 16) {
            soup.append(words.get(random.nextInt(words.size()))).append(' ');
        }
        LoadedModel model = loadBytes(soup.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(model.findings()).filteredOn(finding -> finding.rule().id().equals("L-SYNTAX")).hasSizeBetween(1, 101);
    }

    @Test
    void deeplyNestedBracesDoNotOverflowTheStack() throws IOException {
        LoadedModel model = loadBytes(("hub A { " + "x { ".repeat(20_000) + "} ".repeat(20_000) + "}").getBytes(StandardCharsets.UTF_8));

        assertThat(model.hasErrors()).isTrue();
    }

    @Test
    void theExamplesHaveNoFindings() {
        assertThat(Models.examples()).isNotEmpty();
        for (LoadedModel model : Models.loader().loadAll(Models.examples())) {
            assertThat(model.findings().stream().map(Models::show)).as(model.file()).isEmpty();
        }
    }
}
