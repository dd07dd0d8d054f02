package dmvpn.app.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files so that nobody ever sees half of one: a temporary file in the same folder takes the name when complete. */
public final class AtomicFiles {

    private AtomicFiles() {
    }

    /**
     * Writes a text in UTF-8, making the folders above it and replacing an older file.
     *
     * @throws IOException when that fails, with the name of the file as it was given; an older file is then as it was
     */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes bytes, making the folders above the file and replacing an older file.
     *
     * @throws IOException when that fails, with the name of the file as it was given; an older file is then as it was
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new FileSystemException(file.toString(), null, "it is a folder");
        }
        Files.createDirectories(target.getParent());
        Path temporary = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.write(temporary, bytes);
            move(temporary, target);
        } catch (IOException failure) {
            discard(temporary, failure);
            throw failure instanceof FileSystemException known ? named(known, file) : failure;
        }
    }

    /** What went wrong first is what people need to know. */
    private static void discard(Path temporary, IOException failure) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
    }

    /** Nobody knows the temporary file. */
    private static FileSystemException named(FileSystemException failure, Path file) {
        FileSystemException named = failure instanceof AccessDeniedException
                ? new AccessDeniedException(file.toString())
                : new FileSystemException(file.toString(), null, failure.getReason());
        named.initCause(failure);
        return named;
    }

    private static void move(Path source, Path target) throws IOException {
        try {
            Files.move(source, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            // Some network file systems: the window is small, and the only other way is not to write at all.
            Files.move(source, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
