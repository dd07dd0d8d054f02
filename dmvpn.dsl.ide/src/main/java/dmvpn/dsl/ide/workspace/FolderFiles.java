package dmvpn.dsl.ide.workspace;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.TreeSet;

/** The model files of a folder, in the order of their names. Folders whose name starts with a dot are left out. */
final class FolderFiles extends SimpleFileVisitor<Path> {

    private static final String ENDING = ".dmvpn";
    private static final int DEEPEST_FOLDER = 32;

    private final Path root;
    private final TreeSet<Path> found = new TreeSet<>();

    private FolderFiles(Path root) {
        this.root = root;
    }

    static Collection<Path> in(Path folder) {
        FolderFiles files = new FolderFiles(folder);
        try {
            Files.walkFileTree(folder, java.util.Set.of(), DEEPEST_FOLDER, files);
        } catch (IOException unreadable) {
            return files.found; // what could be read
        }
        return files.found;
    }

    static boolean isModel(Path file) {
        return file.getFileName() != null && file.getFileName().toString().endsWith(ENDING);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        boolean hidden = !folder.equals(root) && folder.getFileName().toString().startsWith(".");
        return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && isModel(file)) {
            found.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        return FileVisitResult.CONTINUE;
    }
}
