package dmvpn.sim.trace;

import dmvpn.network.origin.Origin;
import dmvpn.sim.kernel.Causality;
import dmvpn.sim.kernel.Scheduler;
import java.util.List;

/**
 * Records a run into append-only binary blocks: some twenty bytes an event and no object. The trace may be read while it
 * grows, from other threads too.
 */
public final class BinaryTraceRecorder implements TraceRecorder {

    private final TraceStore store;
    private final BinaryTrace trace;
    private final Scheduler clock;
    private final Causality causality;
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

    /**
     * @param clock clock of the run
     * @param causality what the kernel of the run carries along
     * @param nodeNames names of routers and hosts by their index
     */
    public BinaryTraceRecorder(Scheduler clock, Causality causality, List<String> nodeNames) {
        this.clock = clock;
        this.causality = causality;
        this.store = new TraceStore(nodeNames);
        this.trace = new BinaryTrace(store, this::sizeInBytes);
        this.schemas = new SchemaRegistry(store.schemas);
        this.fields = new FieldCollector(store);
        this.nodeOrigins = new NodeOrigins(nodeNames.size());
    }

    /** The trace as far as it is recorded; it grows with the run. */
    public BinaryTrace trace() {
        return trace;
    }

    @Override
    public boolean isRecording() {
        return true;
    }

    @Override
    public void record(int node, TraceEvent event, Origin origin) {
        String message = event.message();
        SchemaState schema = schemas.find(event, message);
        if (schema == null || !schema.schema.protocol().equals(event.protocol()) || !fields.collect(event, schema)) {
            schema = schemas.learn(event, message);
            if (!fields.collect(event, schema)) {
                throw new IllegalStateException(
                        event.getClass().getName() + " describes other fields each time it is asked: " + message);
            }
        }
        long time = clock.nowNanos();
        makeRoom(schema, time);
        position = writeFields(schema, writeHead(node, time, event.reason(), origin, schema));
        eventsInFrame++;
        store.publish();
        causality.recorded(count++);
    }

    /** Writes all but the fields at the end of the block; answers the position behind it. */
    private int writeHead(int node, long time, String reason, Origin origin, SchemaState schema) {
        int reasonNumber = reason.isEmpty() ? 0 : store.texts.number(reason);
        int originNumber = store.origins.number(origin);
        int flags = 0;
        int at = Layout.putVarLong(block, position + 1, schema.schema.number());
        if (node == lastNode) {
            flags |= Layout.SAME_NODE;
        } else {
            at = Layout.putVarLong(block, at, node);
            lastNode = node;
        }
        if (time == lastTime) {
            flags |= Layout.SAME_TIME;
        } else {
            at = Layout.putVarLong(block, at, time - lastTime);
            lastTime = time;
        }
        if (reasonNumber == schema.lastReason) {
            flags |= Layout.SAME_REASON;
        } else {
            at = Layout.putVarLong(block, at, reasonNumber);
            schema.lastReason = reasonNumber;
        }
        if (originNumber == nodeOrigins.last(node, frame)) {
            flags |= Layout.SAME_ORIGIN;
        } else {
            at = Layout.putVarLong(block, at, originNumber);
            nodeOrigins.set(node, frame, originNumber);
        }
        int cause = causality.cause();
        if (cause == count - 1) {
            flags |= Layout.CAUSE_IS_PREVIOUS;
        } else if (cause == lastCause) {
            flags |= Layout.CAUSE_IS_SAME;
        } else {
            at = Layout.putVarLong(block, at, cause == Causality.NONE ? 0 : count - cause);
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
                at = Layout.putVarLong(block, at, kind.isNumeric() ? Layout.zigZag(value - last) : value);
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
            block = store.addBlock();
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

    private long sizeInBytes() {
        return store.bytes(block == null ? 0 : position);
    }
}
