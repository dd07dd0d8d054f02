package dmvpn.sim.snapshot;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The state of a run at an instant: how it differs from that of an earlier one. Belongs to the {@link Snapshots} that took
 * it.
 */
public final class Snapshot {

    private static final int BYTES_PER_REFERENCE = 4;

    /** A small object on the heap: a snapshot keeps new ones from being collected. */
    private static final int BYTES_PER_KEPT_OBJECT = 28;

    private final Snapshot previous;
    private final boolean lasting;
    private final byte[] differences;
    private final int differenceBytes;
    private final Object[] newObjects;

    /**
     * @param previous what the differences count from, or null when this holds everything
     * @param lasting whether others may count from this one
     */
    Snapshot(Snapshot previous, boolean lasting, byte[] differences, Object[] newObjects) {
        this.previous = previous;
        this.lasting = lasting;
        this.differenceBytes = differences.length;
        this.differences = lasting ? deflated(differences) : differences;
        this.newObjects = newObjects;
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(bytes);
            deflater.finish();
            // What cannot be made smaller becomes a bit longer.
            byte[] room = new byte[bytes.length + (bytes.length >> 8) + 64];
            int length = deflater.deflate(room);
            return Arrays.copyOf(room, length);
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflated(byte[] bytes, int length) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            byte[] result = new byte[length];
            int done = 0;
            while (done < length) {
                done += inflater.inflate(result, done, length - done);
            }
            return result;
        } catch (DataFormatException e) {
            throw new IllegalStateException("A snapshot in memory was damaged", e);
        } finally {
            inflater.end();
        }
    }

    /** True when it holds everything, so that it is large and counts from nothing. */
    public boolean isWhole() {
        return previous == null;
    }

    /** Null when this holds everything. */
    Snapshot previous() {
        return previous;
    }

    boolean isLasting() {
        return lasting;
    }

    ByteInput differences() {
        return new ByteInput(lasting ? inflated(differences, differenceBytes) : differences);
    }

    /** The objects that the previous one does not know. */
    Object[] newObjects() {
        return newObjects;
    }

    /** Memory that it takes in bytes, those that it counts from not included: an estimate, as objects differ in size. */
    public long sizeInBytes() {
        long bytesPerObject = previous == null ? BYTES_PER_REFERENCE : BYTES_PER_REFERENCE + BYTES_PER_KEPT_OBJECT;
        return differences.length + newObjects.length * bytesPerObject;
    }
}
