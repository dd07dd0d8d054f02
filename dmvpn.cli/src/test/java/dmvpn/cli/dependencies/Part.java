package dmvpn.cli.dependencies;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A jar of somebody else, as Maven names it. */
record Part(String groupId, String artifactId, String version) {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final Pattern LOCATION =
            Pattern.compile("<location[^>]*label=\"([^\"]+)\"[^>]*>(.*?)</location>", Pattern.DOTALL);

    private static final Pattern PINNED = Pattern.compile(
            "<groupId>([^<]+)</groupId><artifactId>([^<]+)</artifactId><version>([^<]+)</version>");

    /** The layout of a local Maven repository: …/group/artifact/version/artifact-version.jar. */
    private static final Pattern IN_REPOSITORY = Pattern.compile("([^/]+)/([^/]+)/\\1-\\2\\.jar$");

    /** What the target definition pins for the IDE and its site; what only tests need is left out. */
    static List<Part> ofTheIde() throws IOException {
        List<Part> parts = new ArrayList<>();
        Matcher locations = LOCATION.matcher(read("dmvpn.target/dmvpn.target"));
        while (locations.find()) {
            if (!locations.group(1).equals("test")) {
                PINNED.matcher(locations.group(2)).results()
                        .forEach(found -> parts.add(new Part(found.group(1), found.group(2), found.group(3))));
            }
        }
        return parts;
    }

    /** What the target definition pins, parts for tests included. */
    static List<Part> ofTheTarget() throws IOException {
        return PINNED.matcher(read("dmvpn.target/dmvpn.target")).results()
                .map(found -> new Part(found.group(1), found.group(2), found.group(3))).toList();
    }

    /** The jars on the class path of this test: those of the command line, and those of tests. */
    static List<Part> ofTheClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(Pattern.quote(System.getProperty("path.separator"))))
                .map(entry -> IN_REPOSITORY.matcher(entry.replace('\\', '/')))
                .filter(Matcher::find)
                .filter(found -> !found.group(1).startsWith("dmvpn."))
                .map(found -> new Part("", found.group(1), found.group(2)))
                .toList();
    }

    /** The text of a file of the project. */
    static String read(String path) throws IOException {
        return Files.readString(ROOT.resolve(path), StandardCharsets.UTF_8);
    }
}
