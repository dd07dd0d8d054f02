package dmvpn.dsl.ui.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Small models to begin with. Each is a file of this bundle whose first two comments are its title and its description. */
public final class Templates {

    /** Heading of the templates. */
    public static final String GROUP = "Templates";

    private static final List<String> NAMES = List.of("empty", "single-hub", "dual-hub", "dual-cloud");
    private static final String PLACE_OF_NAME = "${network}";

    private Templates() {
    }

    /**
     * All templates.
     *
     * @throws IOException when this bundle cannot be read
     */
    public static List<StartingPoint> all() throws IOException {
        Path folder = BundleFiles.folder("templates");
        List<StartingPoint> templates = new ArrayList<>();
        for (String name : NAMES) {
            Path file = folder.resolve(name + ".dmvpn");
            List<String> lines = Files.readAllLines(file);
            templates.add(new StartingPoint(GROUP, name, comment(lines.get(0)), comment(lines.get(1)),
                    Map.of(name + ".dmvpn", file)));
        }
        return templates;
    }

    private static String comment(String line) {
        return line.replaceFirst("^// *", "");
    }

    /**
     * The text of a new model.
     *
     * @param name name of its file, without the ending
     * @throws IOException when this bundle cannot be read
     */
    public static String text(StartingPoint template, String name) throws IOException {
        return Files.readString(template.files().values().iterator().next()).replace(PLACE_OF_NAME, networkName(name));
    }

    /** A name of the language that is as much like the name of a file as can be. */
    static String networkName(String fileName) {
        String name = fileName.replaceAll("[^A-Za-z0-9_-]", "-").replaceAll("^[^A-Za-z]+", "");
        return name.isEmpty() ? "Network" : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
