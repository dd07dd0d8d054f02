package dmvpn.sim.tcp;

import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.Packet;
import java.util.ArrayList;
import java.util.List;

/**
 * What a segment carries of the byte stream. A stream has no packets of its own: a message of a protocol may be cut anywhere
 * between two segments, and a segment may carry several messages (RFC 9293 section 3.8). In the simulator a piece knows the
 * message that it is of; from the wire only messages that are whole inside a segment are known.
 *
 * @param parts the bytes in order
 * @param lengthBytes number of bytes
 */
public record TcpData(List<Part> parts, int lengthBytes) {

    /** No data. */
    public static final TcpData NONE = new TcpData(List.of(), 0);

    /** Some bytes of a stream. */
    public sealed interface Part {
        /** Number of bytes, from 1. */
        int lengthBytes();
    }

    /**
     * Bytes of value 0, which nobody reads.
     *
     * @param lengthBytes number of bytes
     */
    public record Zeros(int lengthBytes) implements Part {
    }

    /**
     * Bytes of a message.
     *
     * @param message the message
     * @param from first byte of it that is here, from 0
     * @param to byte behind the last one that is here
     */
    public record Piece(Packet message, int from, int to) implements Part {

        @Override
        public int lengthBytes() {
            return to - from;
        }

        /** True when the message ends here. */
        public boolean isLast() {
            return to == message.lengthBytes();
        }
    }

    /**
     * Bytes from the wire that are no whole message.
     *
     * @param octets the bytes
     */
    public record Bytes(Octets octets) implements Part {

        @Override
        public int lengthBytes() {
            return octets.length();
        }
    }

    /** Keeps an immutable copy of the list. */
    public TcpData {
        parts = List.copyOf(parts);
    }

    /** Data of those parts. */
    public static TcpData of(List<Part> parts) {
        int length = 0;
        for (Part part : parts) {
            length += part.lengthBytes();
        }
        return length == 0 ? NONE : new TcpData(parts, length);
    }

    /** Zeros; none for a length of 0. */
    public static TcpData zeros(int lengthBytes) {
        return lengthBytes == 0 ? NONE : new TcpData(List.of(new Zeros(lengthBytes)), lengthBytes);
    }

    /** The messages of which something is here, in order. */
    public List<Packet> messages() {
        List<Packet> messages = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Piece piece) {
                messages.add(piece.message());
            }
        }
        return messages;
    }
}
