package dmvpn.dsl.ui.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a new project can begin with.
 *
 * @param group heading under which it is offered
 * @param name short name, good for a project or a file
 * @param title what it is called
 * @param description what it is, in plain paragraphs
 * @param files its files, by their paths below the project
 */
public record StartingPoint(String group, String name, String title, String description, Map<String, Path> files) {

    /** Keeps a copy, in the order of the names. */
    public StartingPoint {
        files = new TreeMap<>(files);
    }

    /** Its models that are not only imported by others: what to open and what to draw. */
    public List<String> models() {
        return files.keySet().stream().filter(file -> file.endsWith(".dmvpn") && file.indexOf('/') < 0).toList();
    }
}
