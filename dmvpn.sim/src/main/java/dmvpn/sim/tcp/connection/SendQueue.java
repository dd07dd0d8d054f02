package dmvpn.sim.tcp.connection;

import dmvpn.sim.packet.Packet;
import dmvpn.sim.tcp.TcpData;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Messages of the sending end that are not acknowledged yet, as a stream of bytes. Byte 1 is the first: 0 is the SYN. */
final class SendQueue {

    private record Queued(Packet message, long start) {
        long end() {
            return start + message.lengthBytes();
        }
    }

    private final ArrayDeque<Queued> messages = new ArrayDeque<>();
    private long end = 1;

    void add(Packet message) {
        messages.addLast(new Queued(message, end));
        end += message.lengthBytes();
    }

    /** Number of the byte behind the last one. */
    long end() {
        return end;
    }

    /** Messages that are not acknowledged. */
    int size() {
        return messages.size();
    }

    /** Bytes before this one have arrived. */
    void acknowledged(long number) {
        while (!messages.isEmpty() && messages.peekFirst().end() <= number) {
            messages.removeFirst();
        }
    }

    /** At most so many bytes from a byte on. */
    TcpData data(long from, int maximumBytes) {
        List<TcpData.Part> parts = new ArrayList<>();
        long to = Math.min(end, from + maximumBytes);
        for (Queued queued : messages) {
            if (queued.start >= to) {
                break;
            }
            if (queued.end() > from) {
                int first = (int) (Math.max(from, queued.start) - queued.start);
                int behind = (int) (Math.min(to, queued.end()) - queued.start);
                parts.add(new TcpData.Piece(queued.message, first, behind));
            }
        }
        return TcpData.of(parts);
    }
}
