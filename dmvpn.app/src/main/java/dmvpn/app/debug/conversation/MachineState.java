package dmvpn.app.debug.conversation;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.debug.conversation.StateMachine.ByEvents;
import dmvpn.app.debug.conversation.StateMachine.ByTable;
import dmvpn.app.debug.conversation.StateMachine.State;
import dmvpn.sim.show.StateTable;
import dmvpn.sim.trace.BinaryTrace;
import dmvpn.sim.trace.FieldValue;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.TraceCursor;
import java.util.List;
import java.util.Optional;

/**
 * A state machine where a run stands.
 *
 * @param machine the machine
 * @param router name of the router whose state it is
 * @param subject what it is about, such as an address
 * @param state its state
 */
public record MachineState(StateMachine machine, String router, String subject, State state) {

    private static final String STATE = "state";

    /**
     * Reads the state of what an event is about.
     *
     * @param of the event that says which router and what it is about
     * @param event index of the event in hand: later ones do not count
     * @return empty for an event that says neither
     */
    static Optional<MachineState> read(DebugSession session, StateMachine machine, RecordedEvent of, int event) {
        return subject(machine, of).map(subject -> new MachineState(machine, of.nodeName(), subject,
                machine.state(name(session, machine, of, subject, event)).orElse(machine.initial())));
    }

    private static String name(DebugSession session, StateMachine machine, RecordedEvent of, String subject, int event) {
        return switch (machine.reading()) {
            case ByEvents byEvents -> session.ofTrace(trace -> lastState(trace, machine, byEvents, of.node(), subject, event));
            case ByTable byTable -> session.ofRouter(of.node(), router -> router.stateTable(byTable.table())).flatMap(table -> table)
                    .flatMap(table -> stateOf(table, byTable, subject)).orElse(machine.initial().name());
        };
    }

    /** Without power a router forgets. */
    private static String lastState(BinaryTrace trace, StateMachine machine, ByEvents reading, int node, String subject, int event) {
        String state = machine.initial().name();
        TraceCursor cursor = trace.cursor();
        while (cursor.next() && cursor.index() <= event) {
            if (cursor.node() == node && isPowerChange(cursor.protocol())) {
                state = machine.initial().name();
            } else if (cursor.node() == node && reading.stateAfter().containsKey(cursor.message())) {
                RecordedEvent each = cursor.event();
                if (StateMachines.of(each).filter(machine::equals).isPresent() && subject(machine, each).filter(subject::equals).isPresent()) {
                    state = reading.next(state, each.message());
                }
            }
        }
        return state;
    }

    /** True for the protocol of events that say that a router got or lost its power. */
    static boolean isPowerChange(String protocol) {
        return protocol.equals("Device");
    }

    /** The state that a table has of a subject; empty when there is no row of it. */
    static Optional<String> stateOf(StateTable table, ByTable reading, String subject) {
        int key = table.columns().indexOf(reading.keyColumn());
        int state = table.columns().indexOf(STATE);
        return table.rows().stream().filter(row -> row.get(key).equals(subject)).map(row -> row.get(state)).findFirst();
    }

    /** What an event is about; empty when it does not say. */
    static Optional<String> subject(StateMachine machine, RecordedEvent event) {
        return switch (machine.reading()) {
            case ByEvents byEvents -> first(event, byEvents.keys()).flatMap(key -> byEvents.andKey().isEmpty() ? Optional.of(key)
                    : event.field(byEvents.andKey().get()).map(also -> key + " on " + also.text()));
            case ByTable byTable -> first(event, byTable.keys());
        };
    }

    private static Optional<String> first(RecordedEvent event, List<String> fields) {
        return fields.stream().flatMap(field -> event.field(field).stream()).map(FieldValue::text).findFirst();
    }
}
