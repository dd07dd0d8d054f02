package dmvpn.sim.trace;

import java.util.Arrays;

/** What the events of a schema that follow in a frame are coded against: the values of the last one. */
final class SchemaState {

    private static final int NO_FRAME = -1;

    final EventSchema schema;

    /** The schema's lists as arrays: read for each field of each event. */
    final String[] names;
    final FieldKind[] kinds;

    /** Last value of each field: the number itself, or the number of a table entry. */
    final long[] last;

    /** Bytes of the bit map that says which fields changed. */
    final int mapBytes;

    int lastReason;
    private int frame = NO_FRAME;

    SchemaState(EventSchema schema) {
        this.schema = schema;
        this.names = schema.names().toArray(String[]::new);
        this.kinds = schema.kinds().toArray(FieldKind[]::new);
        this.last = new long[names.length];
        this.mapBytes = names.length + 7 >> 3;
    }

    /** Forgets what another frame, or another visit of the frame, left. */
    void enter(int currentFrame) {
        if (frame != currentFrame) {
            frame = currentFrame;
            lastReason = 0;
            Arrays.fill(last, 0);
        }
    }
}
