package dmvpn.app.serve;

import java.nio.file.Path;

/**
 * What is to be served.
 *
 * @param path a model, or a folder with one
 * @param port port; 0 for one that is free
 */
public record ServeRequest(Path path, int port) {
}
