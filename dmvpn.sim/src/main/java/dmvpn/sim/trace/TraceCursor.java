package dmvpn.sim.trace;

import dmvpn.network.origin.Origin;
import dmvpn.sim.bytes.VariableLength;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Walks through a trace forwards. Looking at time, node and protocol of an event makes no objects; {@link #event} makes
 * the whole one. For one thread; a trace may have many cursors.
 */
public final class TraceCursor {

    private final TraceStore store;
    private final IntSupplier size;
    private final NodeOrigins nodeOrigins;
    private SchemaState[] states = new SchemaState[64];
    private byte[] block;
    private int position;
    private int frame = -1;
    private int nextFrameEvent;

    /** Counts visits of frames: a frame that is entered again starts from nothing again. */
    private int visit = -1;

    private int index = -1;
    private SchemaState state;
    private int mapStart;
    private int node;
    private long time;
    private int cause = RecordedEvent.NO_CAUSE;
    private int reason;
    private int origin;

    /** @param size how many of the store's events it may show */
    TraceCursor(TraceStore store, IntSupplier size) {
        this.store = store;
        this.size = size;
        this.nodeOrigins = new NodeOrigins(store.nodeNames.size());
    }

    /**
     * Moves to the next event.
     *
     * @return false when the trace has no more events for now; a later call may find some in a trace that grows
     */
    public boolean next() {
        if (index + 1 >= size.getAsInt()) {
            return false;
        }
        decode();
        return true;
    }

    /**
     * Moves to an event.
     *
     * @throws IndexOutOfBoundsException when the trace has no such event
     */
    public void seek(int event) {
        if (event < 0 || event >= size.getAsInt()) {
            throw new IndexOutOfBoundsException("Event " + event + " is not among the " + size.getAsInt() + " recorded");
        }
        int target = store.frameOf(event);
        if (event <= index || frame != target) {
            index = store.firstEvent(target) - 1;
            enterFrame(target);
        }
        while (index < event) {
            decode();
        }
    }

    /** Index of the current event, or -1 before the first {@link #next}. */
    public int index() {
        return index;
    }

    /** Instant of the current event. */
    public long timeNanos() {
        return time;
    }

    /** Node of the current event. */
    public int node() {
        return node;
    }

    /** Name of the node of the current event. */
    public String nodeName() {
        return store.nodeNames.get(node);
    }

    /** Protocol of the current event. */
    public String protocol() {
        return state.schema.protocol();
    }

    /** Message of the current event. */
    public String message() {
        return state.schema.message();
    }

    /** True when the current event is one of those that timelines hide unless somebody asks. */
    public boolean isKeepAlive() {
        return state.schema.keepAlive();
    }

    /** The whole current event. */
    public RecordedEvent event() {
        EventSchema schema = state.schema;
        List<RecordedField> fields = new ArrayList<>(state.names.length);
        for (int field = 0; field < state.names.length; field++) {
            fields.add(new RecordedField(state.names[field], value(field)));
        }
        Origin where = store.origins.object(origin);
        return new RecordedEvent(index, time, node, store.nodeNames.get(node), schema.protocol(), schema.message(),
                schema.keepAlive(), fields, reasonText(), cause, where == null ? Origin.NONE : where);
    }

    /** Index of the event that caused the current one, or {@link RecordedEvent#NO_CAUSE}. */
    public int causeIndex() {
        return cause;
    }

    int reasonNumber() {
        return reason;
    }

    EventSchema schema() {
        return state.schema;
    }

    /** Value of a field as it is kept: the number, the number of a table entry, or the truth value as 0 and 1. */
    long rawValue(int field) {
        return state.kinds[field] == FieldKind.FLAG ? bit(field) : state.last[field];
    }

    private String reasonText() {
        String text = store.texts.object(reason);
        return text == null ? "" : text;
    }

    private FieldValue value(int field) {
        long raw = rawValue(field);
        FieldKind kind = state.kinds[field];
        if (raw == 0 && (kind == FieldKind.ADDRESS || kind == FieldKind.PREFIX || kind == FieldKind.TEXT)) {
            return new FieldValue.Absent();
        }
        return switch (kind) {
            case NUMBER -> new FieldValue.Number(raw);
            case HEX -> new FieldValue.Hex(raw);
            case FLAG -> new FieldValue.Flag(raw != 0);
            case DURATION -> new FieldValue.Duration(raw);
            case ADDRESS -> new FieldValue.Address(store.addresses.object((int) raw));
            case PREFIX -> new FieldValue.Prefix(store.prefixes.object((int) raw));
            case TEXT -> new FieldValue.Text(store.texts.object((int) raw));
        };
    }

    private void enterFrame(int number) {
        frame = number;
        visit++;
        long place = store.framePlace(number);
        block = store.block((int) (place >>> Layout.BLOCK_BITS));
        position = (int) place & Layout.BLOCK_BYTES - 1;
        nextFrameEvent = store.firstEvent(number + 1);
        node = 0;
        time = store.frameTime(number);
        cause = RecordedEvent.NO_CAUSE;
    }

    private void decode() {
        if (nextFrameEvent == Integer.MAX_VALUE) {
            nextFrameEvent = store.firstEvent(frame + 1);
        }
        index++;
        if (frame < 0 || index == nextFrameEvent) {
            enterFrame(frame + 1);
        }
        int flags = block[position++];
        state = stateOf((int) readVarLong());
        state.enter(visit);
        if ((flags & Layout.SAME_NODE) == 0) {
            node = (int) readVarLong();
        }
        if ((flags & Layout.SAME_TIME) == 0) {
            time += readVarLong();
        }
        if ((flags & Layout.SAME_REASON) == 0) {
            state.lastReason = (int) readVarLong();
        }
        reason = state.lastReason;
        origin = (flags & Layout.SAME_ORIGIN) == 0 ? (int) readVarLong() : nodeOrigins.last(node, visit);
        nodeOrigins.set(node, visit, origin);
        if ((flags & Layout.CAUSE_IS_PREVIOUS) != 0) {
            cause = index - 1;
        } else if ((flags & Layout.CAUSE_IS_SAME) == 0) {
            int distance = (int) readVarLong();
            cause = distance == 0 ? RecordedEvent.NO_CAUSE : index - distance;
        }
        decodeFields();
    }

    private void decodeFields() {
        mapStart = position;
        position += state.mapBytes;
        for (int field = 0; field < state.names.length; field++) {
            if (bit(field) != 0) {
                FieldKind kind = state.kinds[field];
                if (kind.isNumeric()) {
                    state.last[field] += VariableLength.unZigZag(readVarLong());
                } else if (kind != FieldKind.FLAG) {
                    state.last[field] = readVarLong();
                }
            }
        }
    }

    private long bit(int field) {
        return block[mapStart + (field >> 3)] >> (field & 7) & 1;
    }

    private SchemaState stateOf(int number) {
        if (number >= states.length) {
            states = Arrays.copyOf(states, Math.max(number + 1, 2 * states.length));
        }
        if (states[number] == null) {
            states[number] = new SchemaState(store.schemas.object(number));
        }
        return states[number];
    }

    private long readVarLong() {
        byte[] bytes = block;
        int at = position;
        long value = bytes[at++];
        if (value < 0) {
            value &= 0x7f;
            int shift = 7;
            long next;
            do {
                next = bytes[at++];
                value |= (next & 0x7f) << shift;
                shift += 7;
            } while (next < 0);
        }
        position = at;
        return value;
    }
}
