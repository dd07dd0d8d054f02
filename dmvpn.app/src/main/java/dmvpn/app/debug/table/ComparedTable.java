package dmvpn.app.debug.table;

import dmvpn.app.debug.value.SteadyText;
import dmvpn.sim.show.StateTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table with what became of its rows since another instant. Clocks do not count. Rows that are gone stand where they were.
 *
 * @param name name of the table
 * @param columns names of the columns
 * @param rows the rows
 */
public record ComparedTable(String name, List<String> columns, List<ComparedRow> rows) {

    /** Keeps immutable copies of the lists. */
    public ComparedTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Compares a table with what it was.
     *
     * @param before the same table at the other instant; empty to compare with nothing, when all rows count as they are
     */
    public static ComparedTable of(StateTable now, Optional<StateTable> before) {
        List<ComparedRow> rows = before.isEmpty() ? now.rows().stream().map(row -> new ComparedRow(row, Change.NONE, Set.of())).toList()
                : new Comparison(now, before.get()).rows();
        return new ComparedTable(now.name(), now.columns(), rows);
    }

    /** True when a row is not what it was. */
    public boolean hasChanged() {
        return rows.stream().anyMatch(row -> row.change() != Change.NONE);
    }

    private static final class Comparison {

        private final StateTable now;
        private final StateTable before;
        /** The row of now that an older row became, by index; rows with the same key belong together in their order. */
        private final Map<Integer, Integer> successors = new HashMap<>();
        private final Map<Integer, Integer> predecessors = new HashMap<>();

        Comparison(StateTable now, StateTable before) {
            this.now = now;
            this.before = before;
            Map<List<String>, List<Integer>> same = placesBy(now, false);
            for (int old = 0; old < before.rows().size(); old++) {
                pair(old, same.get(steady(before, before.rows().get(old))));
            }
            Map<List<String>, List<Integer>> sameKey = placesBy(now, true);
            for (int old = 0; old < before.rows().size(); old++) {
                if (!successors.containsKey(old)) {
                    pair(old, sameKey.get(List.of(before.rows().get(old).get(0))));
                }
            }
        }

        private static Map<List<String>, List<Integer>> placesBy(StateTable table, boolean byKey) {
            Map<List<String>, List<Integer>> places = new HashMap<>();
            for (int row = 0; row < table.rows().size(); row++) {
                List<String> values = table.rows().get(row);
                places.computeIfAbsent(byKey ? List.of(values.get(0)) : steady(table, values), key -> new ArrayList<>()).add(row);
            }
            return places;
        }

        private void pair(int old, List<Integer> candidates) {
            if (candidates == null) {
                return;
            }
            while (!candidates.isEmpty()) {
                int candidate = candidates.removeFirst();
                if (predecessors.putIfAbsent(candidate, old) == null) {
                    successors.put(old, candidate);
                    return;
                }
            }
        }

        List<ComparedRow> rows() {
            Map<Integer, List<ComparedRow>> goneBehind = goneBehind();
            List<ComparedRow> rows = new ArrayList<>(goneBehind.getOrDefault(-1, List.of()));
            for (int row = 0; row < now.rows().size(); row++) {
                rows.add(row(row));
                rows.addAll(goneBehind.getOrDefault(row, List.of()));
            }
            return rows;
        }

        /** Rows that are gone, by the row of now behind which they stand. */
        private Map<Integer, List<ComparedRow>> goneBehind() {
            Map<Integer, List<ComparedRow>> gone = new HashMap<>();
            int behind = -1;
            for (int old = 0; old < before.rows().size(); old++) {
                Integer successor = successors.get(old);
                if (successor != null) {
                    behind = successor;
                } else {
                    gone.computeIfAbsent(behind, row -> new ArrayList<>())
                            .add(new ComparedRow(before.rows().get(old), Change.REMOVED, Set.of()));
                }
            }
            return gone;
        }

        private ComparedRow row(int row) {
            List<String> values = now.rows().get(row);
            Integer predecessor = predecessors.get(row);
            if (predecessor == null) {
                return new ComparedRow(values, Change.ADDED, Set.of());
            }
            List<String> steady = steady(now, values);
            List<String> earlier = steady(before, before.rows().get(predecessor));
            Set<Integer> changed = new HashSet<>();
            for (int column = 0; column < steady.size(); column++) {
                if (column >= earlier.size() || !steady.get(column).equals(earlier.get(column))) {
                    changed.add(column);
                }
            }
            return new ComparedRow(values, changed.isEmpty() ? Change.NONE : Change.CHANGED, changed);
        }

        private static List<String> steady(StateTable table, List<String> row) {
            List<String> steady = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                steady.add(SteadyText.of(table.columns().get(column), row.get(column)));
            }
            return steady;
        }
    }
}
