package dmvpn.dsl.load;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
    void aFileIsLoadedAsIfItSaidSomethingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("x.dmvpn"), "this is no model");
        LoadedModel model = Models.loader().load(file, Models.SOUND);

        assertThat(model.findings()).isEmpty();
        assertThat(model.network().orElseThrow().devices().getFirst().origin().file()).isEqualTo(file.toString());
    }

    @Test
    void onAnotherPlatformAllRoutersHaveItWhateverTheySayAndItsDefaults() {
        Platform platform = new Platform(Vendor.CISCO_IOS_XE, "15.4", Origin.NONE);
        String model = Models.sound("hub HQ {", "platform frr\nhub HQ {\n  platform cisco-iosxe release \"17.12\"").replace("holdtime 10min", "");

        LoadedModel loaded = Models.loader().onPlatform(Optional.of(platform)).parse("x.dmvpn", model);

        assertThat(loaded.network().orElseThrow().devices()).hasSize(3).allSatisfy(device -> {
            assertThat(device.platform()).isEqualTo(platform);
            assertThat(device.tunnels()).singleElement().satisfies(tunnel -> {
                assertThat(tunnel.name()).startsWith("Tunnel");
                assertThat(tunnel.nhrp().holdingTimeSeconds()).isEqualTo(7200);
            });
        });
        assertThat(Models.loader().parse("x.dmvpn", model).network().orElseThrow().devices())
                .extracting(device -> device.platform().vendor()).containsExactly(Vendor.CISCO_IOS_XE, Vendor.FRR, Vendor.FRR);
    }

    @Test
    void onAnotherPlatformAnUnknownOneOfTheModelIsStillToldOf() {
        String model = Models.sound("hub HQ {", "platform nobody\nhub HQ {");

        LoadedModel loaded = Models.loader().onPlatform(Optional.of(Platform.DEFAULT)).parse("x.dmvpn", model);

        assertThat(loaded.findings()).extracting(finding -> finding.rule().id()).containsExactly("L-PLATFORM");
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

    private static String soup() {
        List<String> words = List.of("hub", "spoke", "{", "}", "lan", "10.0.0.1", "\"", "at", "expect", "foo", "[", "]", ",", "via", "\n");
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(4);
        StringBuilder soup = new StringBuilder();
        while (soup.length() < NOISE_BYTES) {
            soup.append(words.get(random.nextInt(words.size()))).append(' ');
        }
        return soup.toString();
    }

    @Test
    void aSoupOfKeywordsIsRefused() throws IOException {
        assertThat(only(loadBytes(soup().getBytes(StandardCharsets.UTF_8)))).contains("This is no model");
    }

    /** An editor shows such a file too: it opens the resource, whose text must stay what the file holds. */
    @Test
    void aSoupOfKeywordsKeepsNoEditorBusy() {
        String soup = soup();
        LoadedModel model = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ModelLoader.create().parse("x", soup));

        assertThat(model.findings()).filteredOn(finding -> finding.rule().id().equals("L-SYNTAX")).singleElement()
                .satisfies(finding -> assertThat(Models.show(finding)).startsWith("1:1 L-SYNTAX This is no model"));
        assertThat(model.resource().orElseThrow().text()).isEqualTo(soup);
    }

    @Test
    void aLargeModelInOneLineIsAModel() throws IOException {
        LoadedModel model = loadBytes(("hub A { " + "lan 10.0.0.0/24 ".repeat(20_000) + "}").getBytes(StandardCharsets.UTF_8));

        assertThat(model.findings()).noneMatch(finding -> finding.rule().id().equals("L-FILE") || finding.rule().id().equals("L-SYNTAX"));
        assertThat(model.network().orElseThrow().devices().getFirst().interfaces()).hasSizeGreaterThan(1000);
    }

    @Test
    void aLargeModelWithAForgottenBraceIsAModel() throws IOException {
        String routers = IntStream.range(0, 5_000).mapToObj(number -> "spoke B" + number + " { lan 10.0.0.0/24 }\n").collect(Collectors.joining());
        LoadedModel model = loadBytes(("hub A { lan 10.1.0.0/16\n" + routers).getBytes(StandardCharsets.UTF_8));

        assertThat(model.network().orElseThrow().devices()).hasSize(5_001);
    }

    @Test
    void deeplyNestedBracesAreReportedAtTheFirstThatIsTooDeep() throws IOException {
        LoadedModel model = loadBytes(("hub A { " + "{".repeat(10_000)).getBytes(StandardCharsets.UTF_8));

        assertThat(model.findings()).filteredOn(finding -> finding.rule().id().equals("L-SYNTAX")).singleElement()
                .satisfies(finding -> assertThat(Models.show(finding)).startsWith("1:40 L-SYNTAX This block is nested too deeply"));
    }

    @Test
    void whatFollowsABlockThatIsTooDeepIsUnderstood() throws IOException {
        LoadedModel model = loadBytes(("hub A { " + "x { ".repeat(20_000) + "} ".repeat(20_000) + "}\nhub B { }").getBytes(StandardCharsets.UTF_8));

        assertThat(model.hasErrors()).isTrue();
        assertThat(model.resource().orElseThrow().model().getElements()).hasSize(2);
    }

    @Test
    void aFileThatIsNestedTooDeeplyHidesNoOtherFile() throws IOException {
        Files.writeString(folder.resolve("deep.dmvpn"), "hub A " + "{".repeat(10_000));
        Files.writeString(folder.resolve("sound.dmvpn"), Models.SOUND);

        assertThat(Models.loader().loadAll(List.of(folder))).extracting(LoadedModel::hasErrors).containsExactly(true, false);
    }

    @Test
    void aFolderThatCannotBeReadIsNamedAndHidesNoOther() throws IOException {
        Path file = Files.writeString(folder.resolve("sound.dmvpn"), Models.SOUND);
        ModelFiles files = ModelFiles.in(folder);
        Path secret = folder.resolve("secret");

        assertThat(files.visitFileFailed(secret, new AccessDeniedException(secret.toString()))).isEqualTo(FileVisitResult.CONTINUE);

        List<String> found = new ArrayList<>();
        files.forEach((place, problem) -> found.add(place.getFileName() + " " + problem.orElse("")));
        assertThat(found).containsExactly("secret The folder cannot be read: check its permissions", file.getFileName() + " ");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPipeIsNotWaitedFor() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.dmvpn");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

        LoadedModel model = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ModelLoader.create().load(pipe));

        assertThat(only(model)).contains("a pipe or a device");
        assertThat(only(Models.loader().loadAll(List.of(folder)).getFirst())).contains("no file that ends in .dmvpn");
    }

    @Test
    void theExamplesHaveNoFindingsButWhatIsWorthKnowing() {
        assertThat(Models.examples()).isNotEmpty();
        for (LoadedModel model : Models.loader().loadAll(Models.examples())) {
            assertThat(model.findings().stream()
                    .filter(finding -> !finding.rule().equals(TextRules.NOT_SIMULATED) && finding.severity() != Severity.INFO)
                    .filter(finding -> !isTheFaultThatIsShown(model, finding))
                    .map(Models::show)).as(model.file()).isEmpty();
        }
    }

    /** One example is the fault that two others mend, one has tunnels whose packets vanish, one shows what mappings to a dead hub cost. */
    private static boolean isTheFaultThatIsShown(LoadedModel model, Finding finding) {
        return model.file().contains("mpls-backup-unremedied") && finding.rule().id().equals("R-BK-01")
                || model.file().contains("dual-hub") && finding.rule().id().equals("R-HUB-03")
                || model.file().contains("mtu-black-hole") && List.of("R-MT-02", "R-MT-03").contains(finding.rule().id());
    }
}
