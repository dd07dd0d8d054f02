package dmvpn.sim.trace;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the schema of an event by its class, its message and whether it is a keep-alive. An event class that describes other fields for the same message
 * now and then gets a schema for each variant.
 */
final class SchemaRegistry {

    private final InternTable<EventSchema> schemas;

    /** Asked, never iterated. */
    private final Map<Class<?>, List<SchemaState>> byClass = new IdentityHashMap<>();

    SchemaRegistry(InternTable<EventSchema> schemas) {
        this.schemas = schemas;
    }

    /** The schema that events of this class and message had last, or null when this is the first. */
    SchemaState find(TraceEvent event, String message) {
        List<SchemaState> states = byClass.get(event.getClass());
        if (states != null) {
            for (int index = 0; index < states.size(); index++) {
                SchemaState state = states.get(index);
                if (state.schema.keepAlive() == event.isKeepAlive() && state.schema.message().equals(message)) {
                    return state;
                }
            }
        }
        return null;
    }

    /** The schema of exactly this event; puts it first among those of its class and message. */
    SchemaState learn(TraceEvent event, String message) {
        SchemaLearner learner = new SchemaLearner();
        event.describe(learner);
        List<SchemaState> states = byClass.computeIfAbsent(event.getClass(), unused -> new ArrayList<>());
        for (SchemaState state : states) {
            EventSchema schema = state.schema;
            if (schema.message().equals(message) && schema.protocol().equals(event.protocol())
                    && schema.keepAlive() == event.isKeepAlive() && schema.names().equals(learner.names)
                    && schema.kinds().equals(learner.kinds)) {
                states.remove(state);
                states.addFirst(state);
                return state;
            }
        }
        EventSchema schema = new EventSchema(schemas.size() + 1, event.protocol(), message,
                event.isKeepAlive(), List.copyOf(learner.names), List.copyOf(learner.kinds));
        schemas.number(schema);
        states.addFirst(new SchemaState(schema));
        return states.getFirst();
    }
}
