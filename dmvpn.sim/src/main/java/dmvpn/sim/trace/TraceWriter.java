package dmvpn.sim.trace;

import dmvpn.network.origin.Origin;
import dmvpn.sim.bytes.VariableLength;
import dmvpn.sim.kernel.Causality;
import dmvpn.sim.snapshot.Timeless;

/** Encodes events into the append-only binary blocks of a trace: some twenty bytes an event and no object. */
final class TraceWriter implements Timeless {

    private final TraceStore store;
    private final SchemaRegistry schemas;
    private final FieldCollector fields;
    private final NodeOrigins nodeOrigins;

    private byte[] block;
    private int position = Layout.BLOCK_BYTES;
    private int frame = -1;
    private int eventsInFrame = Layout.FRAME_EVENTS;
    private int count;
    private int lastNode;
    private long lastTime;
    private int lastCause = Causality.NONE;

    /** @param store where the events go; nobody else writes there */
    TraceWriter(TraceStore store) {
        this.store = store;
        this.schemas = new SchemaRegistry(store.schemas);
        this.fields = new FieldCollector(store);
        this.nodeOrigins = new NodeOrigins(store.nodeNames.size());
    }

    /**
     * Appends an event.
     *
     * @param node index of the router or host
     * @param time instant in nanoseconds, not before that of the last event
     * @param cause index of the event that it follows from, or {@link Causality#NONE}
     */
    void write(int node, long time, int cause, TraceEvent event, Origin origin) {
        String message = event.message();
        SchemaState schema = schemas.find(event, message);
        if (schema == null || !schema.schema.protocol().equals(event.protocol()) || !fields.collect(event, schema)) {
            schema = schemas.learn(event, message);
            if (!fields.collect(event, schema)) {
                throw new IllegalStateException(
                        event.getClass().getName() + " describes other fields each time it is asked: " + message);
            }
        }
        makeRoom(schema, time);
        position = writeFields(schema, writeHead(node, time, cause, event.reason(), origin, schema));
        eventsInFrame++;
        count++;
        store.publish();
    }

    /** No more events come. */
    void close() {
        if (block != null) {
            store.finishBlock(position);
            block = null;
            position = Layout.BLOCK_BYTES;
        }
    }

    /** Writes all but the fields at the end of the block; answers the position behind it. */
    private int writeHead(int node, long time, int cause, String reason, Origin origin, SchemaState schema) {
        int reasonNumber = reason.isEmpty() ? 0 : store.texts.number(reason);
        int originNumber = store.origins.number(origin);
        int flags = 0;
        int at = VariableLength.put(block, position + 1, schema.schema.number());
        if (node == lastNode) {
            flags |= Layout.SAME_NODE;
        } else {
            at = VariableLength.put(block, at, node);
            lastNode = node;
        }
        if (time == lastTime) {
            flags |= Layout.SAME_TIME;
        } else {
            at = VariableLength.put(block, at, time - lastTime);
            lastTime = time;
        }
        if (reasonNumber == schema.lastReason) {
            flags |= Layout.SAME_REASON;
        } else {
            at = VariableLength.put(block, at, reasonNumber);
            schema.lastReason = reasonNumber;
        }
        if (originNumber == nodeOrigins.last(node, frame)) {
            flags |= Layout.SAME_ORIGIN;
        } else {
            at = VariableLength.put(block, at, originNumber);
            nodeOrigins.set(node, frame, originNumber);
        }
        if (cause == count - 1) {
            flags |= Layout.CAUSE_IS_PREVIOUS;
        } else if (cause == lastCause) {
            flags |= Layout.CAUSE_IS_SAME;
        } else {
            at = VariableLength.put(block, at, cause == Causality.NONE ? 0 : count - cause);
        }
        lastCause = cause;
        block[position] = (byte) flags;
        return at;
    }

    private int writeFields(SchemaState schema, int map) {
        int at = map;
        for (int bytes = schema.mapBytes; bytes > 0; bytes--) {
            block[at++] = 0;
        }
        for (int field = 0; field < schema.names.length; field++) {
            long value = fields.value(field);
            long last = schema.last[field];
            FieldKind kind = schema.kinds[field];
            if (kind == FieldKind.FLAG ? value == 0 : value == last) {
                continue;
            }
            block[map + (field >> 3)] |= (byte) (1 << (field & 7));
            if (kind != FieldKind.FLAG) {
                at = VariableLength.put(block, at, kind.isNumeric() ? VariableLength.zigZag(value - last) : value);
                schema.last[field] = value;
            }
        }
        return at;
    }

    /** Sees to it that the event fits into the block and that block and schema are in a frame. */
    private void makeRoom(SchemaState schema, long time) {
        int longest = Layout.LONGEST_HEAD + schema.mapBytes + Layout.LONGEST_VALUE * schema.names.length;
        boolean full = position + longest > Layout.BLOCK_BYTES;
        if (full) {
            block = store.addBlock(position);
            position = 0;
        }
        if (full || eventsInFrame >= Layout.FRAME_EVENTS) {
            frame = store.addFrame(position, time);
            eventsInFrame = 0;
            lastNode = 0;
            lastTime = time;
            lastCause = Causality.NONE;
        }
        schema.enter(frame);
    }

    /** Memory of the trace in bytes. */
    long sizeInBytes() {
        return store.bytes(block == null ? 0 : position);
    }
}
