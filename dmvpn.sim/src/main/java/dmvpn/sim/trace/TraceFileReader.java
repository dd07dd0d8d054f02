package dmvpn.sim.trace;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the file of a trace as far as it goes: up to its end, or up to the first record that is not whole. */
final class TraceFileReader {

    private final Path path;
    private final TraceFile file;
    private long place;
    private long sizeBytes;

    private TraceFileReader(Path path, TraceFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * @param store the events
     * @param complete true when the file says that nothing is missing
     */
    record Read(TraceStore store, TraceFile file, boolean complete) {
    }

    static Read read(Path path) throws TraceFileException {
        TraceFile file = open(path);
        try {
            return new TraceFileReader(path, file).read();
        } catch (IOException | TraceFileException | RuntimeException e) {
            closeAfter(file, e);
            if (e instanceof TraceFileException known) {
                throw known;
            }
            throw new TraceFileException(path + " cannot be read as the trace of a run: " + e.getMessage(), e);
        }
    }

    private static TraceFile open(Path path) throws TraceFileException {
        try {
            return TraceFile.open(path);
        } catch (NoSuchFileException e) {
            throw new TraceFileException("There is no file " + path + ": write one with dmvpn simulate --trace", e);
        } catch (IOException e) {
            throw new TraceFileException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void closeAfter(TraceFile file, Exception cause) {
        try {
            file.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private Read read() throws IOException, TraceFileException {
        sizeBytes = file.channel().size();
        TraceStore store = new TraceStore(nodeNames(), file);
        boolean complete = false;
        Record next = nextRecord();
        while (next != null && !complete) {
            switch (next.kind()) {
                case TraceFileFormat.TABLES -> TraceTables.read(next.input(), store);
                case TraceFileFormat.BLOCK -> readBlock(next, store);
                case TraceFileFormat.END -> complete = next.input().readInt() == store.size();
                default -> throw new TraceFileException(path + " has a part of kind " + next.kind()
                        + " that this version does not know: read it with the version that wrote it");
            }
            next = complete ? null : nextRecord();
        }
        return new Read(store, file, complete);
    }

    private List<String> nodeNames() throws IOException, TraceFileException {
        byte[] magic = readBytes(TraceFileFormat.MAGIC.length);
        if (magic == null || !Arrays.equals(magic, TraceFileFormat.MAGIC)) {
            throw new TraceFileException(path + " is no trace of a run: dmvpn simulate --trace writes one");
        }
        byte[] head = readBytes(3 * Integer.BYTES);
        if (head == null) {
            throw cutAtBegin();
        }
        ByteBuffer numbers = ByteBuffer.wrap(head);
        int version = numbers.getInt();
        if (version != TraceFileFormat.VERSION) {
            throw new TraceFileException(path + " is a trace of format version " + version + ", and this reads version "
                    + TraceFileFormat.VERSION + ": read it with the version that wrote it, or run the model again");
        }
        int length = numbers.getInt();
        int checksum = numbers.getInt();
        byte[] content = readBytes(length);
        if (content == null || TraceFileFormat.checksum(content) != checksum) {
            throw cutAtBegin();
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
        List<String> names = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            names.add(TraceTables.readText(in));
        }
        return names;
    }

    private TraceFileException cutAtBegin() {
        return new TraceFileException(path + " ends or is damaged before its first event: run the model again");
    }

    /** A record with its content. */
    private record Record(int kind, long contentPlace, byte[] content) {

        DataInputStream input() {
            return new DataInputStream(new ByteArrayInputStream(content));
        }
    }

    /** The next record; null at the end of what is whole. */
    private Record nextRecord() throws IOException {
        byte[] head = readBytes(TraceFileFormat.RECORD_HEAD_BYTES);
        if (head == null) {
            return null;
        }
        ByteBuffer numbers = ByteBuffer.wrap(head);
        int kind = numbers.get();
        int length = numbers.getInt();
        int checksum = numbers.getInt();
        long contentPlace = place;
        byte[] content = readBytes(length);
        return content == null || TraceFileFormat.checksum(content) != checksum ? null : new Record(kind, contentPlace, content);
    }

    private void readBlock(Record block, TraceStore store) {
        ByteBuffer head = ByteBuffer.wrap(block.content());
        int sizeBehind = head.getInt();
        head.getInt();
        int frames = head.getInt();
        int[] events = new int[frames];
        int[] offsets = new int[frames];
        long[] times = new long[frames];
        for (int frame = 0; frame < frames; frame++) {
            events[frame] = head.getInt();
            offsets[frame] = head.getInt();
            times[frame] = head.getLong();
        }
        file.addPlace(block.contentPlace() + head.position());
        store.addArchivedBlock(events, offsets, times, sizeBehind);
    }

    /** The next bytes of the file; null when there are not so many. */
    private byte[] readBytes(int count) throws IOException {
        if (count < 0 || count > sizeBytes - place) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (file.channel().read(buffer, place + buffer.position()) < 0) {
                return null;
            }
        }
        place += count;
        return buffer.array();
    }
}
