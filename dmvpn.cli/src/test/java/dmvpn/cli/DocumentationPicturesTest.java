package dmvpn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pictures of the documentation are those that the workbench tests make, and no others. */
class DocumentationPicturesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern TAKEN = Pattern.compile("Screenshots\\.take\\(\"([^\"]+)\"\\)");
    private static final Pattern SHOWN = Pattern.compile("\\(pictures/([^)]+)\\.png\\)");

    @Test
    void everyPictureIsShownAndMadeByATest() throws IOException {
        Set<String> kept = new TreeSet<>();
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/pictures"))) {
            files.forEach(file -> kept.add(file.getFileName().toString().replace(".png", "")));
        }

        assertThat(kept).isNotEmpty().isEqualTo(found(ROOT.resolve("docs"), ".md", SHOWN));
        assertThat(found(ROOT.resolve("dmvpn.ui.tests/src"), ".java", TAKEN)).containsAll(kept);
    }

    private static Set<String> found(Path folder, String ending, Pattern pattern) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    names.add(matcher.group(1));
                }
            }
        }
        return names;
    }
}
