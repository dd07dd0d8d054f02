package dmvpn.sim.ui.debug;

import dmvpn.app.debug.value.DebugVariable;
import dmvpn.app.debug.value.SteadyText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the variables of a router were when somebody looked at them last, to show what has changed since. */
final class SeenState {

    private Map<String, String> before = Map.of();
    private Map<String, String> now = Map.of();
    private int event = Integer.MIN_VALUE;

    /** Somebody looks at the state after an event. */
    synchronized void lookAt(int eventIndex, List<DebugVariable> tables) {
        if (eventIndex != event) {
            event = eventIndex;
            before = now;
            now = new HashMap<>();
            tables.forEach(table -> remember("", table));
        }
    }

    private void remember(String parent, DebugVariable variable) {
        String path = path(parent, variable);
        now.put(path, variable.value());
        variable.children().forEach(child -> remember(path, child));
    }

    /** True when the variable is new or has another value than at the event before that somebody looked at. */
    synchronized boolean isChanged(String parent, DebugVariable variable) {
        String known = before.get(path(parent, variable));
        return !before.isEmpty() && (known == null || !SteadyText.withoutClocks(variable.value()).equals(SteadyText.withoutClocks(known)));
    }

    /** The place of a variable: the names from its table down. */
    static String path(String parent, DebugVariable variable) {
        return parent + "/" + variable.name();
    }
}
