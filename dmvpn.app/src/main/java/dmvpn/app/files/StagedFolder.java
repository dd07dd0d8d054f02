package dmvpn.app.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hidden folder inside another one, for files that take long to write: they move to their places when all of them are
 * complete. What was not published goes with {@link #close}.
 */
public final class StagedFolder implements AutoCloseable {

    private final Path target;
    private final Path stage;

    /**
     * Makes both folders.
     *
     * @param target where the files will be
     * @throws IOException when that fails
     */
    public StagedFolder(Path target) throws IOException {
        this.target = Files.createDirectories(target);
        this.stage = Files.createTempDirectory(target, ".part");
    }

    /** Where to write meanwhile. */
    public Path path() {
        return stage;
    }

    /**
     * Moves all files to their places, replacing older ones of the same names.
     *
     * @throws IOException when that fails
     */
    public void publish() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(stage)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            Path place = target.resolve(stage.relativize(file));
            Files.createDirectories(place.getParent());
            Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        Files.walkFileTree(stage, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
