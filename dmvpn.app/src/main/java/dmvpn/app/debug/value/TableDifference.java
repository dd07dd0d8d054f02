package dmvpn.app.debug.value;

import dmvpn.sim.show.StateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * In what a table differs from another one of its name. Clocks make no difference.
 *
 * @param table name of the table
 * @param row name of the row
 * @param column the column; empty for a row that only one of them has
 * @param before what the first one has; empty for no such row
 * @param after what the second one has; empty for no such row
 */
public record TableDifference(String table, String row, String column, Optional<String> before, Optional<String> after) {

    /** A row with the name that tells it from the others of its table. */
    private record Row(String name, List<String> cells) {

        String key() {
            return cells.getFirst();
        }
    }

    /**
     * All differences, by row. Rows that are alike belong together, whatever others came or went beside them; of the rest those with
     * the same key do.
     */
    public static List<TableDifference> between(StateTable one, StateTable other) {
        List<Row> first = rows(one);
        List<Row> second = rows(other);
        first.removeIf(row -> removeFirst(second, each -> steady(other, each).equals(steady(one, row))).isPresent());
        List<TableDifference> differences = new ArrayList<>();
        for (Row before : first) {
            Optional<Row> after = removeFirst(second, row -> row.key().equals(before.key()));
            if (after.isEmpty()) {
                differences.add(new TableDifference(one.name(), before.name(), "", text(before), Optional.empty()));
            } else {
                differences.addAll(cells(one, before.name(), before.cells(), after.get().cells()));
            }
        }
        second.forEach(row -> differences.add(new TableDifference(one.name(), row.name(), "", Optional.empty(), text(row))));
        return differences;
    }

    private static Optional<Row> removeFirst(List<Row> rows, Predicate<Row> wanted) {
        Optional<Row> found = rows.stream().filter(wanted).findFirst();
        found.ifPresent(rows::remove);
        return found;
    }

    private static List<String> steady(StateTable table, Row row) {
        List<String> steady = new ArrayList<>();
        for (int column = 0; column < row.cells().size(); column++) {
            steady.add(SteadyText.of(table.columns().get(column), row.cells().get(column)));
        }
        return steady;
    }

    private static List<Row> rows(StateTable table) {
        List<String> names = RowNames.of(table);
        List<Row> rows = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            rows.add(new Row(names.get(index), table.rows().get(index)));
        }
        return rows;
    }

    private static Optional<String> text(Row row) {
        return Optional.of(String.join("  ", row.cells().subList(1, row.cells().size())));
    }

    private static List<TableDifference> cells(StateTable table, String row, List<String> before, List<String> after) {
        List<TableDifference> differences = new ArrayList<>();
        for (int column = 1; column < table.columns().size(); column++) {
            String name = table.columns().get(column);
            boolean same = SteadyText.isClock(name)
                    || SteadyText.withoutClocks(before.get(column)).equals(SteadyText.withoutClocks(after.get(column)));
            if (!same) {
                differences.add(new TableDifference(table.name(), row, name, Optional.of(before.get(column)), Optional.of(after.get(column))));
            }
        }
        return differences;
    }
}
