package dmvpn.app.debug.value;

import dmvpn.sim.show.StateTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** All differences, by row. */
    public static List<TableDifference> between(StateTable one, StateTable other) {
        Map<String, List<String>> first = rows(one);
        Map<String, List<String>> second = rows(other);
        Set<String> names = new LinkedHashSet<>(first.keySet());
        names.addAll(second.keySet());
        List<TableDifference> differences = new ArrayList<>();
        for (String name : names) {
            List<String> before = first.get(name);
            List<String> after = second.get(name);
            if (before == null || after == null) {
                differences.add(new TableDifference(one.name(), name, "", text(before), text(after)));
            } else {
                differences.addAll(cells(one, name, before, after));
            }
        }
        return differences;
    }

    private static Map<String, List<String>> rows(StateTable table) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        List<String> names = RowNames.of(table);
        for (int index = 0; index < names.size(); index++) {
            rows.put(names.get(index), table.rows().get(index));
        }
        return rows;
    }

    private static Optional<String> text(List<String> row) {
        return row == null ? Optional.empty() : Optional.of(String.join("  ", row.subList(1, row.size())));
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
