package dmvpn.app.debug.watch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The expressions that lead to the parts of a value, as a person would write them. */
public final class PartPath {

    private static final Pattern CELL = Pattern.compile("(.*\\.([^.\\[]+)\\[.*\\])\\.([^.\\]]+)");

    private PartPath() {
    }

    /**
     * Behind a router stands a table, behind a table a key, behind a row a column.
     *
     * @param parent the expression of the value
     * @param name the name of its part
     */
    public static String of(String parent, String name) {
        if (parent.endsWith("]")) {
            return parent + "." + name;
        }
        return parent.contains(".") ? parent + "[" + name + "]" : parent + "." + name.replaceAll("[ -]", "");
    }

    /**
     * A value of a table.
     *
     * @param row the expression of its row
     * @param table the name of the table
     * @param column the name of the column
     */
    public record Cell(String row, String table, String column) {
    }

    /** The value of a table that an expression leads to; empty for one that leads elsewhere. */
    public static Optional<Cell> cell(String path) {
        Matcher matcher = CELL.matcher(path);
        return matcher.matches() ? Optional.of(new Cell(matcher.group(1), matcher.group(2), matcher.group(3))) : Optional.empty();
    }
}
