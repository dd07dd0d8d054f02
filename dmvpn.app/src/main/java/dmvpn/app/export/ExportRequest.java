package dmvpn.app.export;

import java.nio.file.Path;
import java.util.List;

/**
 * Which configurations to write.
 *
 * @param routers names of routers; empty for all
 * @param target keyword of the format, such as {@code cisco}
 * @param folder where the files go
 */
public record ExportRequest(List<String> routers, String target, Path folder) {

    /** Keeps an immutable copy of the list. */
    public ExportRequest {
        routers = List.copyOf(routers);
    }
}
