package dmvpn.sim.trace;

import dmvpn.sim.snapshot.Timeless;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** A recorded run: any event by its index, all events in order, the events of one router, and the hash of it all. */
public final class BinaryTrace implements Iterable<RecordedEvent>, Timeless, Closeable {

    private final TraceStore store;
    private final IntSupplier size;
    private final LongSupplier bytes;
    private final NodeIndex nodeIndex;
    private final Optional<TraceFile> file;
    private final boolean complete;

    /**
     * @param size how many of the store's events belong to it; may change, never beyond what the store has published
     * @param bytes memory of the store
     */
    BinaryTrace(TraceStore store, IntSupplier size, LongSupplier bytes) {
        this(store, size, bytes, Optional.empty(), true);
    }

    private BinaryTrace(TraceStore store, IntSupplier size, LongSupplier bytes, Optional<TraceFile> file, boolean complete) {
        this.file = file;
        this.complete = complete;
        this.store = store;
        this.size = size;
        this.bytes = bytes;
        this.nodeIndex = new NodeIndex(store.nodeNames.size(), cursor());
    }

    /**
     * Opens a trace that a run has written into a file. The whole file is read once
     * and checked; its blocks are read again when somebody wants their events.
     *
     * @throws TraceFileException when the file is none of a trace, or of another version
     */
    public static BinaryTrace open(Path path) throws TraceFileException {
        TraceFileReader.Read read = TraceFileReader.read(path);
        TraceStore store = read.store();
        return new BinaryTrace(store, store::size, () -> store.bytes(0), Optional.of(read.file()), read.complete());
    }

    /** False for a file that ends before the run did: what was recorded then is missing. */
    public boolean isComplete() {
        return complete;
    }

    /** Closes the file of a trace that was opened; its events cannot be read any more. */
    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
    }

    /** Number of events. */
    public int size() {
        return size.getAsInt();
    }

    /** Names of routers and hosts by their index. */
    public List<String> nodeNames() {
        return store.nodeNames;
    }

    /**
     * An event: found by jumping to the frame that holds it and decoding what is before it there.
     *
     * @throws IndexOutOfBoundsException when there is no such event
     */
    public RecordedEvent event(int index) {
        TraceCursor cursor = cursor();
        cursor.seek(index);
        return cursor.event();
    }

    /** A cursor before the first event. */
    public TraceCursor cursor() {
        return new TraceCursor(store, size);
    }

    /** Indices of the events of a router or host, in order. */
    public int[] eventsOf(int node) {
        return nodeIndex.eventsOf(node, size());
    }

    /** All events that are recorded when the iteration comes to its end. */
    @Override
    public Iterator<RecordedEvent> iterator() {
        TraceCursor cursor = cursor();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cursor.index() + 1 < size();
            }

            @Override
            public RecordedEvent next() {
                if (!cursor.next()) {
                    throw new NoSuchElementException("The trace has no more events");
                }
                return cursor.event();
            }
        };
    }

    /** SHA-256 in hexadecimal of all that the trace says, without origins: the same for equal runs on every machine. */
    public String hash() {
        return TraceHash.of(store, cursor());
    }

    /** Memory of events, index and tables, in bytes. To be asked while nothing is recorded. */
    public long sizeInBytes() {
        return bytes.getAsLong();
    }
}
