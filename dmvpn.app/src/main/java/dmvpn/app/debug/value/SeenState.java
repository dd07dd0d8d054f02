package dmvpn.app.debug.value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What variables were when somebody looked at them last, to show what has changed since. Clocks make no difference. */
public final class SeenState {

    private Map<String, DebugVariable> before = Map.of();
    private Map<String, DebugVariable> now = Map.of();
    private int event = Integer.MIN_VALUE;

    /** Somebody looks at the state after an event. */
    public synchronized void lookAt(int eventIndex, List<DebugVariable> tables) {
        if (eventIndex != event) {
            event = eventIndex;
            before = now;
            now = new HashMap<>();
            tables.forEach(table -> remember("", table));
        }
    }

    private void remember(String parent, DebugVariable variable) {
        String path = path(parent, variable);
        now.put(path, variable);
        variable.children().forEach(child -> remember(path, child));
    }

    /**
     * True when the variable is new or has another value than at the event before that somebody looked at. Of a table that is the
     * number of its rows, of a row what its cells are.
     */
    public synchronized boolean isChanged(String parent, DebugVariable variable) {
        DebugVariable known = before.get(path(parent, variable));
        return !before.isEmpty() && (known == null || !steady(variable).equals(steady(known)));
    }

    private static String steady(DebugVariable variable) {
        boolean isTable = variable.children().stream().anyMatch(row -> !row.children().isEmpty());
        return isTable ? variable.value() : SteadyText.of(variable);
    }

    /** The place of a variable: the names from its table down. */
    public static String path(String parent, DebugVariable variable) {
        return parent + "/" + variable.name();
    }
}
