package dmvpn.app.export;

import java.nio.file.Path;
import java.util.List;

/**
 * Which configurations to write.
 *
 * @param routers names of routers; empty for all
 * @param target keyword of the format, such as {@code cisco}
 * @param folder where the files go
 * @param withSecrets true when values of secrets are written where they are known, false for placeholders
 */
public record ExportRequest(List<String> routers, String target, Path folder, boolean withSecrets) {

    /** A request for texts with placeholders for secrets. */
    public ExportRequest(List<String> routers, String target, Path folder) {
        this(routers, target, folder, false);
    }

    /** Keeps an immutable copy of the list. */
    public ExportRequest {
        routers = List.copyOf(routers);
    }
}
