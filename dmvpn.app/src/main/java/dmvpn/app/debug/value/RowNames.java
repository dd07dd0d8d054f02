package dmvpn.app.debug.value;

import dmvpn.sim.show.StateTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of a table's rows: the value of the first column. Where several rows share it, as two routes to one prefix do, further
 * columns tell them apart: {@code 10.2.0.0/16, nextHop=10.255.0.1}. In brackets behind the table such a name finds its row.
 */
public final class RowNames {

    private RowNames() {
    }

    /** One for each row, in the order of the rows. */
    public static List<String> of(StateTable table) {
        Map<String, List<List<String>>> byKey = table.rows().stream().collect(Collectors.groupingBy(row -> row.get(0)));
        Map<List<String>, String> names = new HashMap<>();
        byKey.forEach((key, rows) -> rows.forEach(row -> names.put(row, rows.size() == 1 ? key : name(table, row, rows))));
        return table.rows().stream().map(names::get).toList();
    }

    private static String name(StateTable table, List<String> row, List<List<String>> rows) {
        List<List<String>> alike = new ArrayList<>(rows);
        StringBuilder name = new StringBuilder(row.get(0));
        for (int column : columns(table, rows)) {
            if (alike.size() == 1) {
                break;
            }
            int here = column;
            List<List<String>> left = alike.stream().filter(other -> other.get(here).equals(row.get(here))).toList();
            if (left.size() < alike.size() && isPlain(row.get(column))) {
                name.append(", ").append(table.columns().get(column)).append('=').append(row.get(column));
                alike = left;
            }
        }
        return name.toString();
    }

    /** Those whose values stay. A clock is no name: it is another one at the next event. */
    private static Set<Integer> columns(StateTable table, List<List<String>> rows) {
        Set<Integer> columns = new LinkedHashSet<>();
        for (int column = 1; column < table.columns().size(); column++) {
            int here = column;
            if (!SteadyText.isClock(table.columns().get(column))
                    && rows.stream().allMatch(row -> SteadyText.withoutClocks(row.get(here)).equals(row.get(here)))) {
                columns.add(column);
            }
        }
        return columns;
    }

    private static boolean isPlain(String value) {
        return value.indexOf(']') < 0 && value.indexOf('[') < 0 && value.indexOf(',') < 0;
    }
}
