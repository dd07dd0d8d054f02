package dmvpn.app.diagram;

import dmvpn.dsl.load.LoadedModel;
import dmvpn.dsl.load.ModelLoader;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.syntax.ModelText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The model files beside a file and below that import it and would have to follow what is changed there. */
final class OtherFiles {

    private static final int DEEPEST = 8;

    private final Path file;
    private ModelLoader loader;

    OtherFiles(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /**
     * What is to be said when an element of the file has another name now; empty when no other file uses the old one.
     *
     * @param text what the file says now
     * @param name the old name
     */
    synchronized Optional<String> stillUsing(String text, String name) {
        List<String> using = candidates(name).filter(other -> uses(other, text, name))
                .map(other -> file.getParent().relativize(other).toString()).toList();
        return using.isEmpty() ? Optional.empty() : Optional.of(
                (using.size() == 1 ? using.getFirst() + " imports this file and still says "
                        : String.join(", ", using) + " import this file and still say ")
                        + name + ": change it there too");
    }

    private Stream<Path> candidates(String name) {
        Pattern word = Pattern.compile("(?<![A-Za-z0-9_-])" + Pattern.quote(name) + "(?![A-Za-z0-9_-])");
        try (Stream<Path> found = Files.walk(file.getParent(), DEEPEST)) {
            return found.filter(other -> other.getFileName().toString().endsWith("." + ModelLoader.FILE_EXTENSION))
                    .filter(other -> !other.equals(file) && Files.isRegularFile(other))
                    .filter(other -> word.matcher(ModelText.read(other).text()).find()).sorted().toList().stream();
        } catch (IOException | UncheckedIOException unreadable) {
            return Stream.empty(); // Nothing is known of files that cannot be looked for.
        }
    }

    private boolean uses(Path other, String text, String name) {
        if (loader == null) {
            loader = ModelLoader.create();
        }
        LoadedModel loaded = loader.load(other, ModelText.read(other).text(), Map.of(file, text));
        boolean imports = loaded.resource().stream().flatMap(resource -> resource.withImports().stream())
                .anyMatch(resource -> resource.getURI().isFile() && Path.of(resource.getURI().toFileString()).equals(file));
        return imports && loaded.findings().stream()
                .anyMatch(finding -> finding.rule() == TextRules.LINK && finding.message().contains("'" + name + "'"));
    }
}
