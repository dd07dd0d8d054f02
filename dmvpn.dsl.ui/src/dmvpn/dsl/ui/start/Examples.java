package dmvpn.dsl.ui.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The examples of the product: folders of the bundle, which the build takes from the product's own, in the order and under
 * the headings of {@code docs/examples.md}. An example's description is the beginning of its README.
 */
public final class Examples {

    private static final String INDEX = "examples.md";
    private static final String README = "README.md";
    private static final Pattern HEADING = Pattern.compile("## (.*)");
    private static final Pattern ENTRY = Pattern.compile("\\| \\[[^\\]]*\\]\\(\\.\\./examples/([^/]+)/README\\.md\\) \\|.*");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");

    private Examples() {
    }

    /**
     * All examples.
     *
     * @throws IOException when this bundle cannot be read
     */
    public static List<StartingPoint> all() throws IOException {
        Path folder = BundleFiles.folder("examples");
        List<StartingPoint> examples = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>();
        String group = "Examples";
        for (String line : Files.readAllLines(folder.resolve(INDEX))) {
            Matcher heading = HEADING.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            if (heading.matches()) {
                group = "Examples: " + heading.group(1);
            } else if (entry.matches() && known.add(entry.group(1))) {
                examples.add(example(group, folder.resolve(entry.group(1))));
            }
        }
        try (Stream<Path> others = Files.list(folder)) {
            for (Path other : others.filter(Files::isDirectory).sorted().toList()) {
                if (known.add(other.getFileName().toString())) {
                    examples.add(example("Examples: others", other));
                }
            }
        }
        return examples;
    }

    private static StartingPoint example(String group, Path folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            found.filter(Files::isRegularFile)
                    .forEach(file -> files.put(folder.relativize(file).toString().replace('\\', '/'), file));
        }
        List<String> readme = Files.readAllLines(folder.resolve(README));
        return new StartingPoint(group, folder.getFileName().toString(), plain(readme.getFirst().replaceFirst("^# *", "")),
                description(readme.subList(1, readme.size())), files);
    }

    /** Sentences without tables, commands, headings and pictures. */
    private static String description(List<String> markdown) {
        StringBuilder text = new StringBuilder();
        for (String line : markdown) {
            boolean sentence = !line.isBlank() && !line.startsWith("|") && !line.startsWith("    ") && !line.startsWith("#")
                    && !line.startsWith("```") && !line.startsWith("![");
            if (sentence) {
                text.append(plain(line)).append("\n\n");
            }
        }
        return text.toString().strip();
    }

    private static String plain(String markdown) {
        return LINK.matcher(markdown).replaceAll("$1").replace("`", "");
    }
}
