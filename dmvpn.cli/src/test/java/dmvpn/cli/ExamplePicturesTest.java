package dmvpn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures in the READMEs of the examples are those that {@code dmvpn draw} makes of them now. */
class ExamplePicturesTest {

    private static final Path ROOT = Path.of("..");

    @TempDir
    private Path folder;

    /** The models of the examples, without what they import from folders below. */
    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(Called.EXAMPLES, 2)) {
            return files.filter(file -> file.toString().endsWith(".dmvpn")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyExampleShowsItsPictureAsItIsDrawnNow(Path model) throws IOException {
        String picture = model.getFileName().toString().replace(".dmvpn", ".svg");

        assertThat(model.resolveSibling("README.md")).content().contains("](" + picture + ")");
        compare(model, model.resolveSibling(picture));
    }

    @Test
    void theFrontPageShowsAPictureAsItIsDrawnNow() throws IOException {
        compare(Called.EXAMPLES.resolve("phase3-eigrp/phase3.dmvpn"), ROOT.resolve("docs/phase3.svg"));
    }

    private void compare(Path model, Path kept) throws IOException {
        Path drawn = folder.resolve("drawn.svg");
        Called.dmvpn("draw", model, "-o", drawn).endsWith(0);
        String command = "./dmvpn draw " + ROOT.relativize(model) + " -o " + ROOT.relativize(kept);
        assertThat(kept).as("make it by %s", command).exists();
        assertThat(Files.readString(kept)).as("stale: make it again by %s", command).isEqualTo(Files.readString(drawn));
    }
}
