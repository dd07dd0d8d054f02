package dmvpn.app.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says for people what went wrong with a file: the JDK's messages are often the bare path. */
public final class IoProblem {

    private IoProblem() {
    }

    /** A sentence that names the file and the problem. */
    public static String explain(IOException failure) {
        String file = failure instanceof FileSystemException of ? of.getFile() : null;
        String reason = switch (failure) {
            case NoSuchFileException missing -> "does not exist";
            case AccessDeniedException denied -> "may not be accessed: check its permissions and those of its folder";
            case FileAlreadyExistsException exists -> "exists already and is no folder";
            case NotDirectoryException notFolder -> "is no folder";
            case DirectoryNotEmptyException notEmpty -> "is a folder that is not empty";
            case FileSystemException other when other.getReason() != null -> "cannot be read or written: " + other.getReason();
            default -> null;
        };
        if (file == null || reason == null) {
            return "Reading or writing failed: " + failure.getMessage();
        }
        return "'" + file + "' " + reason;
    }
}
