package dmvpn.dsl.ide.workspace;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/** The names that clients give to documents. Clients escape characters differently; the same file is one document. */
public final class DocumentUris {

    private DocumentUris() {
    }

    /** A spelling that all names of one document share. */
    public static String key(String uri) {
        return path(uri).map(path -> path.toUri().toString()).orElse(uri);
    }

    /** The file that a name means; empty when it means none. */
    public static Optional<Path> path(String uri) {
        try {
            URI parsed = new URI(uri);
            return "file".equalsIgnoreCase(parsed.getScheme())
                    ? Optional.of(Path.of(new URI("file", null, parsed.getPath(), null)).toAbsolutePath().normalize())
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException noFile) {
            return Optional.empty();
        }
    }
}
