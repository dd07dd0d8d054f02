package dmvpn.sim.show;

import java.util.List;

/**
 * State of a protocol as data: for JSON and the debugger's variables.
 *
 * @param name what the table holds, such as {@code NHRP cache}
 * @param columns column names, the first identifies a row
 * @param rows values as text, one per column, in a stable order
 */
public record StateTable(String name, List<String> columns, List<List<String>> rows) {

    /** Keeps immutable copies. */
    public StateTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
