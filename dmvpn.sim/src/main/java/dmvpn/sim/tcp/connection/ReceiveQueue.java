package dmvpn.sim.tcp.connection;

import dmvpn.sim.packet.Packet;
import dmvpn.sim.tcp.TcpData;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.TreeMap;

/** The receiving end: puts what has come into order, and gives messages out when their last byte is there. */
final class ReceiveQueue {

    /** Number of the byte that is expected next; 0 is the SYN. */
    private long expected = 1;
    private final TreeMap<Long, TcpData> ahead = new TreeMap<>();
    private final ArrayDeque<Packet> complete = new ArrayDeque<>();

    long expected() {
        return expected;
    }

    /** Takes the data of a segment, in order or not, for the first time or not. */
    void take(long start, TcpData data) {
        if (start + data.lengthBytes() <= expected) {
            return;
        }
        TcpData present = ahead.get(start);
        if (present == null || present.lengthBytes() < data.lengthBytes()) {
            ahead.put(start, data);
        }
        while (!ahead.isEmpty() && ahead.firstKey() <= expected) {
            Map.Entry<Long, TcpData> first = ahead.pollFirstEntry();
            append(first.getKey(), first.getValue());
        }
    }

    private void append(long start, TcpData data) {
        long position = start;
        for (TcpData.Part part : data.parts()) {
            long end = position + part.lengthBytes();
            if (end > expected && part instanceof TcpData.Piece piece && piece.isLast()) {
                complete.addLast(piece.message());
            }
            position = end;
        }
        expected = Math.max(expected, position);
    }

    /** The other end has nothing behind this byte: FIN counts as one more. */
    boolean takeEnd(long number) {
        if (number != expected) {
            return false;
        }
        expected++;
        return true;
    }

    /** The next message that is whole; null when there is none. */
    Packet next() {
        return complete.pollFirst();
    }
}
