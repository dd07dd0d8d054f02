package dmvpn.app.debug.conversation;

import dmvpn.app.debug.conversation.StateMachine.State;
import dmvpn.app.debug.conversation.StateMachine.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the states of a machine stand in a drawing: in rows by how many usual transitions they are away from the first one, so
 * that these lead downwards.
 *
 * @param rows names of the states of each row
 */
public record MachineLayout(List<List<String>> rows) {

    /** Keeps immutable copies. */
    public MachineLayout {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The layout of a machine. */
    public static MachineLayout of(StateMachine machine) {
        Map<String, Integer> depth = new HashMap<>(Map.of(machine.initial().name(), 0));
        List<String> waiting = new ArrayList<>(List.of(machine.initial().name()));
        while (!waiting.isEmpty()) {
            String state = waiting.removeFirst();
            for (Transition transition : machine.transitions()) {
                if (transition.usual() && transition.from().equals(state) && depth.putIfAbsent(transition.to(), depth.get(state) + 1) == null) {
                    waiting.add(transition.to());
                }
            }
        }
        List<List<String>> rows = new ArrayList<>();
        for (State state : machine.states()) {
            int row = depth.get(state.name());
            while (rows.size() <= row) {
                rows.add(new ArrayList<>());
            }
            rows.get(row).add(state.name());
        }
        return new MachineLayout(rows);
    }

    /** The row of a state. */
    public int rowOf(String state) {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).contains(state)) {
                return row;
            }
        }
        throw new IllegalArgumentException("no state " + state);
    }

    /**
     * The transitions that a drawing shows: between two states one line, with arrows at one end or at both.
     *
     * @param first name of a state
     * @param second name of another one
     * @param both true when each leads to the other one
     */
    public record Line(String first, String second, boolean both) {
    }

    /** The lines of a machine. */
    public static List<Line> lines(StateMachine machine) {
        List<Line> lines = new ArrayList<>();
        Set<String> drawn = new HashSet<>();
        for (Transition transition : machine.transitions()) {
            if (drawn.add(transition.from() + ">" + transition.to()) && !drawn.contains(transition.to() + ">" + transition.from())) {
                lines.add(new Line(transition.from(), transition.to(), machine.leads(transition.to(), transition.from())));
            }
        }
        return lines;
    }
}
