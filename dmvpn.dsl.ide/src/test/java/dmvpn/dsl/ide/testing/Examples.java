package dmvpn.dsl.ide.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The examples that are shipped with the product. */
public final class Examples {

    private static final Path FOLDER = Path.of("..", "examples");

    private Examples() {
    }

    /** Every model of every example. */
    public static List<Path> files() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<Path> models = files.filter(file -> file.toString().endsWith(".dmvpn")).sorted().toList();
            if (models.isEmpty()) {
                throw new AssertionError("There are no examples in " + FOLDER.toAbsolutePath());
            }
            return models;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The text of an example. */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
