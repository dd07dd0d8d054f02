package dmvpn.sim.trace;

import dmvpn.sim.snapshot.Timeless;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file that a trace is written into while the run goes on, block by block: only the block that is being filled, and a few that
 * somebody reads, are in memory. What is written is never changed, so that a run that is killed leaves a file whose beginning can be
 * read: all events but those of the last block.
 *
 * @see TraceFileFormat
 */
public final class TraceFile implements BlockArchive, Closeable, Timeless {

    private final Path path;
    private final FileChannel channel;
    private final TraceTables written = new TraceTables();
    /** Place of the first byte of each block. */
    private final List<Long> blockPlaces = new ArrayList<>();
    private final BlockCache cache = new BlockCache();
    private long end;
    private int firstFrame;
    private int events;

    /** The blocks that readers asked for last. */
    private static final class BlockCache extends LinkedHashMap<Integer, byte[]> {

        private static final long serialVersionUID = 1;
        private static final int MOST_BLOCKS = 16;

        private BlockCache() {
            super(MOST_BLOCKS, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, byte[]> eldest) {
            return size() > MOST_BLOCKS;
        }
    }

    private TraceFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes a file for a new trace; a trace that is there is overwritten, and nothing else is: people mistype names.
     *
     * @throws IOException when that is not possible
     */
    public static TraceFile create(Path path) throws IOException {
        if (Files.isRegularFile(path) && Files.size(path) > 0 && !TraceFileFormat.isTrace(path)) {
            throw new FileSystemException(path.toString(), null, "it is there and is no trace of a run: name another file");
        }
        return new TraceFile(path, FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE, StandardOpenOption.READ));
    }

    /** Opens the file of a trace to read it. */
    static TraceFile open(Path path) throws IOException {
        return new TraceFile(path, FileChannel.open(path, StandardOpenOption.READ));
    }

    FileChannel channel() {
        return channel;
    }

    /** A block was found in a file that is read. */
    void addPlace(long place) {
        blockPlaces.add(place);
    }

    /** Writes what a file begins with. */
    BlockArchive begin(List<String> nodeNames) {
        append(TraceFileFormat.header(nodeNames));
        return this;
    }

    @Override
    public boolean keepsBlocks() {
        return true;
    }

    @Override
    public void filled(TraceStore store, int number, int usedBytes) {
        byte[] tables = written.newEntries(store);
        if (tables.length > 0) {
            append(TraceFileFormat.record(TraceFileFormat.TABLES, tables));
        }
        byte[] head = TraceFileFormat.blockHead(store, firstFrame, usedBytes);
        byte[] block = store.block(number);
        byte[] content = new byte[head.length + usedBytes];
        System.arraycopy(head, 0, content, 0, head.length);
        System.arraycopy(block, 0, content, head.length, usedBytes);
        long place = end + TraceFileFormat.RECORD_HEAD_BYTES + head.length;
        append(TraceFileFormat.record(TraceFileFormat.BLOCK, content));
        firstFrame = store.frameCount();
        events = store.size();
        synchronized (blockPlaces) {
            blockPlaces.add(place);
        }
    }

    @Override
    public byte[] block(int number) {
        synchronized (blockPlaces) {
            byte[] known = cache.get(number);
            if (known == null) {
                known = read(blockPlaces.get(number));
                cache.put(number, known);
            }
            return known;
        }
    }

    /** Reads a whole block; behind the end of the last one is nothing that an event reaches. */
    private byte[] read(long place) {
        ByteBuffer buffer = ByteBuffer.allocate(Layout.BLOCK_BYTES);
        try {
            int count = 0;
            while (count >= 0 && buffer.hasRemaining()) {
                count = channel.read(buffer, place + buffer.position());
            }
            if (buffer.position() == 0) {
                throw new EOFException("it has become shorter");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The trace in " + path + " cannot be read: " + e.getMessage(), e);
        }
        return buffer.array();
    }

    private void append(byte[] bytes) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                end += channel.write(buffer, end);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The trace cannot be written into " + path + ": " + e.getMessage(), e);
        }
    }

    /** Says at the end of the file that nothing is missing. The events can still be read. */
    public void finish() {
        append(TraceFileFormat.record(TraceFileFormat.END, TraceFileFormat.number(events)));
    }

    /** Bytes that are in the file so far. */
    public long sizeInBytes() {
        return end;
    }

    /** Closes the file: its events cannot be read any more. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
