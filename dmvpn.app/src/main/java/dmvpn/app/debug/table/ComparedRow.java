package dmvpn.app.debug.table;

import java.util.List;
import java.util.Set;

/**
 * A row of a table.
 *
 * @param values values as text, one per column; of a row that is gone those that it had
 * @param change what became of it
 * @param changedColumns indices of the columns with another value than before, of a row that changed
 */
public record ComparedRow(List<String> values, Change change, Set<Integer> changedColumns) {

    /** Keeps immutable copies. */
    public ComparedRow {
        values = List.copyOf(values);
        changedColumns = Set.copyOf(changedColumns);
    }
}
