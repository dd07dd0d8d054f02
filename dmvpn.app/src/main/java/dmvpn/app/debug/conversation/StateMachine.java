package dmvpn.app.debug.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The states of something that two routers have with each other, as data.
 *
 * @param title what it is
 * @param source who says so
 * @param states the states, the one before anything happened first
 * @param transitions how one leads to another
 * @param reading how the state of a run is known
 */
public record StateMachine(String title, String source, List<State> states, List<Transition> transitions, Reading reading) {

    /**
     * A state.
     *
     * @param name name, unique in the machine
     * @param meaning what it means
     */
    public record State(String name, String meaning) {
    }

    /**
     * A way from one state to another one.
     *
     * @param from name of the state before
     * @param to name of the state behind
     * @param cause what leads there
     * @param usual false for a way around the usual one
     */
    public record Transition(String from, String to, String cause, boolean usual) {

        /** A usual way. */
        public Transition(String from, String to, String cause) {
            this(from, to, cause, true);
        }
    }

    /** How the state of a run is known. */
    public sealed interface Reading {
    }

    /**
     * By what was recorded last.
     *
     * @param stateAfter name of the state by the message of an event
     * @param keeping names of the states that a message leaves as they are, because there it is one that came again
     * @param keys fields that say which of several is meant: the first of them that an event has
     * @param andKey a further field that says so; empty for none
     */
    public record ByEvents(Map<String, String> stateAfter, Map<String, List<String>> keeping, List<String> keys, Optional<String> andKey)
            implements Reading {

        /** Keeps immutable copies. */
        public ByEvents {
            stateAfter = Map.copyOf(stateAfter);
            keeping = Map.copyOf(keeping);
            keys = List.copyOf(keys);
        }

        /** The state after a message. */
        String next(String state, String message) {
            return keeping.getOrDefault(message, List.of()).contains(state) ? state : stateAfter.get(message);
        }
    }

    /**
     * By a table of the router, whose column {@code state} has it.
     *
     * @param table name of the table
     * @param keyColumn column that says which row is meant
     * @param keys fields of events that have the same value: the first of them that an event has
     */
    public record ByTable(String table, String keyColumn, List<String> keys) implements Reading {

        /** Keeps an immutable copy of the list. */
        public ByTable {
            keys = List.copyOf(keys);
        }
    }

    /** Keeps immutable copies of the lists. */
    public StateMachine {
        states = List.copyOf(states);
        transitions = List.copyOf(transitions);
    }

    /** The state before anything happened. */
    public State initial() {
        return states.getFirst();
    }

    /** The state of that name. */
    public Optional<State> state(String name) {
        return states.stream().filter(state -> state.name().equals(name)).findFirst();
    }

    /** True when one state leads to another at once. */
    public boolean leads(String from, String to) {
        return transitions.stream().anyMatch(transition -> transition.from().equals(from) && transition.to().equals(to));
    }
}
