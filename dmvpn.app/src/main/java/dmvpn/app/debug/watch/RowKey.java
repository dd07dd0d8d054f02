package dmvpn.app.debug.watch;

import dmvpn.sim.show.StateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands in brackets behind a table: {@code 10.255.0.12}, {@code nextHop=10.255.0.1}, or several of them with commas, all of
 * which the row has to meet.
 *
 * @param cells the values by column
 */
record RowKey(List<Cell> cells) {

    /** A comma in front of a further column; one inside of a value stays. */
    private static final Pattern COMMA = Pattern.compile(",\\s*(?=[A-Za-z][\\w -]*=)");

    /**
     * One value.
     *
     * @param column index of the column
     * @param value what stands there
     */
    record Cell(int column, String value) {

        /** A host's prefix may be written as its address. */
        boolean isIn(List<String> row) {
            String there = row.get(column);
            return there.equals(value) || there.equals(value + "/32") || there.equals(value + "/128");
        }
    }

    /**
     * Reads a key.
     *
     * @param place characters in front, for what is wrong
     * @throws WatchException when it names a column that the table does not have
     */
    static RowKey parse(String text, StateTable table, int place) throws WatchException {
        List<Cell> cells = new ArrayList<>();
        for (String part : COMMA.split(text)) {
            int equals = part.indexOf('=');
            int column = equals < 0 ? 0 : column(table, part.substring(0, equals).strip(), place);
            cells.add(new Cell(column, part.substring(equals + 1).strip()));
        }
        return new RowKey(cells);
    }

    /** The first row that has all the values. */
    Optional<List<String>> rowIn(StateTable table) {
        return table.rows().stream().filter(row -> cells.stream().allMatch(cell -> cell.isIn(row))).findFirst();
    }

    /**
     * Index of a column.
     *
     * @throws WatchException when there is none of that name; it says which there are
     */
    static int column(StateTable table, String name, int place) throws WatchException {
        return Names.best(table.columns(), each -> each, name).map(table.columns()::indexOf)
                .orElseThrow(() -> new WatchException(place, "'" + name + "' is no column of " + table.name() + "; it has "
                        + String.join(", ", table.columns())));
    }
}
