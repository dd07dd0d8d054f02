package dmvpn.app.oracle;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Asks a daemon of FRRouting as vtysh does, without a process for each question: a command ends with a zero byte, an answer with
 * three of them and the command's result (FRRouting 8.4, lib/vty.c, {@code vtysh_read}).
 */
final class DaemonSocket {

    private static final int END_BYTES = 4;
    private static final byte SUCCESS = 0;

    private DaemonSocket() {
    }

    /** The answer of the daemon at a socket to one command that shows something. */
    static String ask(Path socket, String command) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            ByteBuffer question = ByteBuffer.wrap((command + '\0').getBytes(StandardCharsets.UTF_8));
            while (question.hasRemaining()) {
                channel.write(question);
            }
            byte[] answer = read(channel);
            if (answer[answer.length - 1] != SUCCESS) {
                throw new IOException(socket + " does not answer '" + command + "', but says: " + text(answer));
            }
            return text(answer);
        }
    }

    private static byte[] read(SocketChannel channel) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer part = ByteBuffer.allocate(1 << 16);
        while (true) {
            if (channel.read(part.clear()) < 0) {
                throw new EOFException("The daemon ended in the middle of its answer: " + answer.toString(StandardCharsets.UTF_8));
            }
            answer.write(part.array(), 0, part.position());
            byte[] whole = answer.toByteArray();
            if (isEnded(whole)) {
                return whole;
            }
        }
    }

    private static boolean isEnded(byte[] answer) {
        int end = answer.length - END_BYTES;
        return end >= 0 && answer[end] == 0 && answer[end + 1] == 0 && answer[end + 2] == 0;
    }

    private static String text(byte[] answer) {
        return new String(answer, 0, answer.length - END_BYTES, StandardCharsets.UTF_8);
    }
}
