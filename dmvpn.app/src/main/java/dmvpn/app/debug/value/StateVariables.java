package dmvpn.app.debug.value;

import dmvpn.sim.show.StateTable;
import java.util.ArrayList;
import java.util.List;

/** Tables of a router as variables. */
public final class StateVariables {

    private StateVariables() {
    }

    /** A table, with a part for each row under its name ({@link RowNames}), which has one for each column. */
    public static DebugVariable of(StateTable table) {
        List<String> names = RowNames.of(table);
        List<DebugVariable> rows = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            List<String> row = table.rows().get(index);
            rows.add(new DebugVariable(names.get(index), String.join("  ", row.subList(1, row.size())), cells(table.columns(), row)));
        }
        return new DebugVariable(table.name(), rows.size() == 1 ? "1 entry" : rows.size() + " entries", rows);
    }

    /** The same variables, each in one line. */
    public static List<DebugVariable> withoutParts(List<DebugVariable> variables) {
        return variables.stream().map(each -> DebugVariable.of(each.name(), each.value())).toList();
    }

    /** The values of a row under the names of their columns. */
    public static List<DebugVariable> cells(List<String> columns, List<String> row) {
        List<DebugVariable> cells = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            cells.add(DebugVariable.of(columns.get(column), row.get(column)));
        }
        return cells;
    }
}
