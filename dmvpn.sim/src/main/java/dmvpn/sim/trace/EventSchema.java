package dmvpn.sim.trace;

import java.util.List;

/**
 * What all events of one class and message, keep-alives or not, have in common, learned from the first of them.
 *
 * @param number place in the trace's list of schemas
 * @param protocol protocol as people know it
 * @param message what happened
 * @param keepAlive true for what goes to and fro as long as nothing changes
 * @param names field names in order
 * @param kinds field types in the same order
 */
record EventSchema(int number, String protocol, String message, boolean keepAlive, List<String> names,
        List<FieldKind> kinds) {
}
