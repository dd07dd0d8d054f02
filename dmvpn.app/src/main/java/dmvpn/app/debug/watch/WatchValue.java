package dmvpn.app.debug.watch;

import dmvpn.app.debug.value.DebugVariable;
import dmvpn.app.debug.value.StateVariables;
import dmvpn.sim.show.StateTable;
import java.util.List;

/** What an expression comes to. */
public sealed interface WatchValue {

    /** Nothing is there: no such row now, a router without power, an event without the field. */
    WatchValue ABSENT = new Absent();

    /** A value in one line. */
    String text();

    /** The value under a name, with its parts. */
    DebugVariable variable(String name);

    /** Whether it counts as true in a condition: everything that is there does, but {@code false}. */
    default boolean isTrue() {
        return true;
    }

    /** Nothing. */
    record Absent() implements WatchValue {
        @Override
        public String text() {
            return "absent";
        }

        @Override
        public DebugVariable variable(String name) {
            return DebugVariable.of(name, text());
        }

        @Override
        public boolean isTrue() {
            return false;
        }
    }

    /**
     * One value of a table, of the event or of the expression itself.
     *
     * @param text the value
     */
    record Text(String text) implements WatchValue {
        @Override
        public boolean isTrue() {
            return !text.equals("false");
        }

        @Override
        public DebugVariable variable(String name) {
            return DebugVariable.of(name, text);
        }
    }

    /**
     * The outcome of a comparison.
     *
     * @param isTrue true or false
     */
    record Truth(boolean isTrue) implements WatchValue {
        @Override
        public String text() {
            return Boolean.toString(isTrue);
        }

        @Override
        public DebugVariable variable(String name) {
            return DebugVariable.of(name, text());
        }
    }

    /**
     * A table of a router.
     *
     * @param table the table
     */
    record Table(StateTable table) implements WatchValue {
        @Override
        public String text() {
            return variable("").value();
        }

        @Override
        public DebugVariable variable(String name) {
            DebugVariable all = StateVariables.of(table);
            return new DebugVariable(name, all.value(), all.children());
        }
    }

    /**
     * A row of a table.
     *
     * @param columns names
     * @param cells values
     */
    record Row(List<String> columns, List<String> cells) implements WatchValue {
        @Override
        public String text() {
            return String.join("  ", cells);
        }

        @Override
        public DebugVariable variable(String name) {
            return new DebugVariable(name, text(), StateVariables.cells(columns, cells));
        }
    }

    /**
     * A router.
     *
     * @param name its name
     * @param tables its tables
     */
    record Router(String name, List<StateTable> tables) implements WatchValue {
        @Override
        public String text() {
            return tables.isEmpty() ? name + ", without power" : name;
        }

        @Override
        public DebugVariable variable(String label) {
            return new DebugVariable(label, text(), tables.stream().map(StateVariables::of).toList());
        }
    }
}
