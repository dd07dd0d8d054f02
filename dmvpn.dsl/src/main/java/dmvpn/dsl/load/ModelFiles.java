package dmvpn.dsl.load;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The model files of a folder and its subfolders, in the order of their names, and what could not be looked into. */
final class ModelFiles extends SimpleFileVisitor<Path> {

    private final TreeMap<Path, Optional<String>> found = new TreeMap<>();

    static ModelFiles in(Path folder) {
        ModelFiles files = new ModelFiles();
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, files);
        } catch (IOException failure) {
            files.unreadable(folder);
        }
        return files;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Each file without a problem, and each place that cannot be read with why. */
    void forEach(BiConsumer<Path, Optional<String>> action) {
        found.forEach(action);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        // Pipes, devices and links to nothing are no models, whatever they are called.
        if (attributes.isRegularFile() && file.getFileName().toString().endsWith("." + ModelLoader.FILE_EXTENSION)) {
            found.put(file, Optional.empty());
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path place, IOException failure) {
        // A link back to a folder above leads to files that are found anyway.
        if (!(failure instanceof FileSystemLoopException)) {
            unreadable(place);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
        if (failure != null) {
            unreadable(folder);
        }
        return FileVisitResult.CONTINUE;
    }

    private void unreadable(Path place) {
        found.put(place, Optional.of("The folder cannot be read: check its permissions"));
    }
}
