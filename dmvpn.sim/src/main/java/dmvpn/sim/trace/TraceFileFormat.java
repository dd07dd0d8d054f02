package dmvpn.sim.trace;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * How a trace lies in a file.
 *
 * <p>The file begins with eight bytes that name the format, the version, and the names of routers and hosts. Records follow, each with
 * its kind, the length of its content, a checksum of that, and the content. Tables come before the first block that refers to them.
 * A block has in front of it the number of events up to its end and its frames; see {@link Layout} for its inside. The last record of a
 * complete file has the number of its events. All integers are of fixed length, high byte first.
 */
final class TraceFileFormat {

    /** What the file of a trace begins with; the last two bytes show files that were sent as text. */
    static final byte[] MAGIC = {'D', 'M', 'V', 'P', 'N', 'T', '\r', '\n'};

    /** Version that is written, and the only one that is read. */
    static final int VERSION = 1;

    /** Texts, addresses, prefixes, origins and schemas since the last record of this kind. */
    static final int TABLES = 1;
    /** A block that is filled. */
    static final int BLOCK = 2;
    /** Nothing is missing. */
    static final int END = 3;

    /** Kind, length and checksum. */
    static final int RECORD_HEAD_BYTES = 1 + 4 + 4;

    private TraceFileFormat() {
    }

    /** True when a file begins as those of traces do. */
    static boolean isTrace(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }

    /** Writes bytes into memory, where nothing goes wrong. */
    interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    static byte[] bytes(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] header(List<String> nodeNames) {
        return bytes(out -> {
            out.write(MAGIC);
            out.writeInt(VERSION);
            byte[] names = bytes(list -> {
                list.writeInt(nodeNames.size());
                for (String name : nodeNames) {
                    writeText(list, name);
                }
            });
            out.writeInt(names.length);
            out.writeInt(checksum(names));
            out.write(names);
        });
    }

    static byte[] record(int kind, byte[] content) {
        return ByteBuffer.allocate(RECORD_HEAD_BYTES + content.length)
                .put((byte) kind).putInt(content.length).putInt(checksum(content)).put(content).array();
    }

    static byte[] blockHead(TraceStore store, int firstFrame, int usedBytes) {
        int frames = store.frameCount() - firstFrame;
        ByteBuffer head = ByteBuffer.allocate(3 * Integer.BYTES + frames * (2 * Integer.BYTES + Long.BYTES));
        head.putInt(store.size()).putInt(usedBytes).putInt(frames);
        for (int frame = firstFrame; frame < store.frameCount(); frame++) {
            head.putInt(store.firstEvent(frame)).putInt((int) store.framePlace(frame) & Layout.BLOCK_BYTES - 1)
                    .putLong(store.frameTime(frame));
        }
        return head.array();
    }

    static byte[] number(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    static int checksum(byte[] content) {
        CRC32C checksum = new CRC32C();
        checksum.update(content);
        return (int) checksum.getValue();
    }

    static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
