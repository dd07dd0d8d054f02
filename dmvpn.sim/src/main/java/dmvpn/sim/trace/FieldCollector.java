package dmvpn.sim.trace;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;

/**
 * Takes the fields of one event after the other as plain numbers: a number as it is, a truth value as 0 or 1, anything
 * else as the number of its entry in the trace's tables.
 */
final class FieldCollector implements FieldWriter {

    private final TraceStore store;
    private long[] values = new long[16];
    private SchemaState state;
    private int count;
    private boolean matches;

    FieldCollector(TraceStore store) {
        this.store = store;
    }

    /** Collects the fields of an event; answers false when they are not those of the schema. */
    boolean collect(TraceEvent event, SchemaState schemaState) {
        state = schemaState;
        count = 0;
        matches = true;
        if (values.length < state.names.length) {
            values = new long[state.names.length];
        }
        event.describe(this);
        return matches && count == state.names.length;
    }

    long value(int field) {
        return values[field];
    }

    @Override
    public void number(String name, long value) {
        add(name, FieldKind.NUMBER, value);
    }

    @Override
    public void hex(String name, long value) {
        add(name, FieldKind.HEX, value);
    }

    @Override
    public void flag(String name, boolean value) {
        add(name, FieldKind.FLAG, value ? 1 : 0);
    }

    @Override
    public void duration(String name, long nanos) {
        add(name, FieldKind.DURATION, nanos);
    }

    @Override
    public void address(String name, IpAddress value) {
        add(name, FieldKind.ADDRESS, store.addresses.number(value));
    }

    @Override
    public void prefix(String name, IpPrefix value) {
        add(name, FieldKind.PREFIX, store.prefixes.number(value));
    }

    @Override
    public void text(String name, String value) {
        add(name, FieldKind.TEXT, store.texts.number(value));
    }

    private void add(String name, FieldKind kind, long value) {
        int field = count++;
        if (field < state.names.length && state.kinds[field] == kind && state.names[field].equals(name)) {
            values[field] = value;
        } else {
            matches = false;
        }
    }
}
