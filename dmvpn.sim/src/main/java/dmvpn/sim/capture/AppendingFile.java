package dmvpn.sim.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that is open only while a buffer is written: a run with thousands of routers has more captures than a process
 * may have open files.
 */
final class AppendingFile extends OutputStream {

    private static final int BUFFER_BYTES = 16 * 1024;

    private final Path file;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();

    /** Empties the file or makes a new one. */
    AppendingFile(Path file) throws IOException {
        this.file = file;
        Files.write(file, new byte[0]);
    }

    @Override
    public void write(int value) throws IOException {
        buffer.write(value);
        flushWhenFull();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        buffer.write(bytes, offset, length);
        flushWhenFull();
    }

    private void flushWhenFull() throws IOException {
        if (buffer.size() >= BUFFER_BYTES) {
            flush();
        }
    }

    @Override
    public void flush() throws IOException {
        Files.write(file, buffer.toByteArray(), StandardOpenOption.APPEND);
        buffer.reset();
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
