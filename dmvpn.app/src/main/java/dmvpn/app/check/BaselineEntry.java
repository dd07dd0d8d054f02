package dmvpn.app.check;

import dmvpn.app.problem.Problem;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * What makes a problem the same problem when lines come and go: no line and no column.
 *
 * @param rule identifier of the rule
 * @param file file, relative to the folder of the baseline and with {@code /}; as it is where that is impossible
 * @param element name of the element; may be empty
 * @param message the message
 */
record BaselineEntry(String rule, String file, String element, String message) implements Comparable<BaselineEntry> {

    private static final Comparator<BaselineEntry> ORDER = Comparator.comparing(BaselineEntry::file)
            .thenComparing(BaselineEntry::rule).thenComparing(BaselineEntry::element).thenComparing(BaselineEntry::message);

    static BaselineEntry of(Problem problem, Path folder) {
        return new BaselineEntry(problem.ruleId(), relative(problem.file(), folder), problem.element(), problem.message());
    }

    static String relative(String file, Path folder) {
        Path path = Path.of(file).toAbsolutePath().normalize();
        // Two drives of Windows have no way from one to the other.
        return (path.getRoot().equals(folder.getRoot()) ? folder.relativize(path) : path).toString().replace('\\', '/');
    }

    @Override
    public int compareTo(BaselineEntry other) {
        return ORDER.compare(this, other);
    }
}
