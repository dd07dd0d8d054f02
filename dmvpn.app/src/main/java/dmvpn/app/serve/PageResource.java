package dmvpn.app.serve;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * A file of the page.
 *
 * @param type media type
 * @param content the file
 */
record PageResource(String type, byte[] content) {

    private static final String FOLDER = "/dmvpn/diagram/client/";

    private static final Map<String, String> TYPES = Map.of(
            "index.html", "text/html; charset=utf-8",
            "app.js", "text/javascript; charset=utf-8",
            "app.css", "text/css; charset=utf-8",
            "codicon.ttf", "font/ttf");

    /** Whether the page is part of this build: it is made with Node, and left out where there is none. */
    static boolean isBuilt() {
        return PageResource.class.getResource(FOLDER + "app.js") != null;
    }

    /** The file of a name; only those of the page are found. */
    static Optional<PageResource> of(String name) throws IOException {
        String file = name.isEmpty() ? "index.html" : name;
        if (!TYPES.containsKey(file)) {
            return Optional.empty();
        }
        try (InputStream stream = PageResource.class.getResourceAsStream(FOLDER + file)) {
            return stream == null ? Optional.empty() : Optional.of(new PageResource(TYPES.get(file), stream.readAllBytes()));
        }
    }
}
