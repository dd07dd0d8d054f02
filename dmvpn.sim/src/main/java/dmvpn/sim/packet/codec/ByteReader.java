package dmvpn.sim.packet.codec;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.Octets;
import java.util.Arrays;

/**
 * Reads big-endian fields of one layer, from the front. Looks before it reads: bytes beyond the layer's end are never
 * touched, and the exception names protocol and place.
 */
public final class ByteReader {

    private final byte[] bytes;
    private final int start;
    private final int end;
    /** Added to positions in messages: where these bytes begin in the outermost packet. */
    private final int offsetOfBytes;
    private final String protocol;
    private int position;

    private ByteReader(byte[] bytes, int start, int end, int offsetOfBytes, String protocol) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        this.offsetOfBytes = offsetOfBytes;
        this.protocol = protocol;
        this.position = start;
    }

    /** Reads a whole packet. */
    public static ByteReader of(byte[] bytes, String protocol) {
        return new ByteReader(bytes, 0, bytes.length, 0, protocol);
    }

    /** Reads other bytes in the place of some of these, such as decrypted ones. */
    public ByteReader decrypted(byte[] clear, int offset, String innerProtocol) {
        return new ByteReader(clear, 0, clear.length, offset, innerProtocol);
    }

    /** The same bytes from here to the end, for another protocol. */
    public ByteReader rest(String innerProtocol) {
        return new ByteReader(bytes, position, end, offsetOfBytes, innerProtocol);
    }

    /** Takes the next bytes away as a reader of their own. */
    public ByteReader slice(int length) {
        require(length);
        ByteReader slice = new ByteReader(bytes, position, position + length, offsetOfBytes, protocol);
        position += length;
        return slice;
    }

    /** Number of bytes from the beginning of the layer to its end. */
    public int length() {
        return end - start;
    }

    /** Number of bytes read. */
    public int position() {
        return position - start;
    }

    /** Number of bytes left. */
    public int remaining() {
        return end - position;
    }

    /** Place of the next byte in the outermost packet. */
    public int offset() {
        return offsetOfBytes + position;
    }

    /** Name of the protocol for messages. */
    public String protocol() {
        return protocol;
    }

    /** A copy of some bytes of the layer, wherever the reader stands. */
    public byte[] copyOfRange(int from, int to) {
        if (from < 0 || to > length() || from > to) {
            throw problem("bytes " + from + " to " + to + " are wanted but there are " + length());
        }
        return Arrays.copyOfRange(bytes, start + from, start + to);
    }

    /** An unsigned byte. */
    public int u8() {
        require(1);
        return bytes[position++] & 0xff;
    }

    /** An unsigned number of 16 bits. */
    public int u16() {
        require(2);
        return u8() << 8 | u8();
    }

    /** An unsigned number of 24 bits. */
    public int u24() {
        require(3);
        return u16() << 8 | u8();
    }

    /** An unsigned number of 32 bits. */
    public long u32() {
        require(4);
        return (long) u16() << 16 | u16();
    }

    /** All 64 bits. */
    public long u64() {
        require(8);
        return u32() << 32 | u32();
    }

    /** The next bytes. */
    public byte[] bytes(int length) {
        require(length);
        byte[] copy = Arrays.copyOfRange(bytes, position, position + length);
        position += length;
        return copy;
    }

    /** The next bytes as a value. */
    public Octets octets(int length) {
        return Octets.of(bytes(length));
    }

    /** All bytes left as a value. */
    public Octets remainingOctets() {
        return octets(remaining());
    }

    /**
     * An address.
     *
     * @param length 4 or 16
     */
    public IpAddress address(int length) {
        if (length != 4 && length != 16) {
            throw problem("an address of " + length + " bytes is neither IPv4 nor IPv6");
        }
        return IpAddress.ofBytes(bytes(length));
    }

    /** Skips bytes. */
    public void skip(int length) {
        require(length);
        position += length;
    }

    /**
     * Skips bytes that a sender has to clear. Others are refused, although a receiver may ignore them: nothing keeps them, and
     * the packet would have other bytes when it is written again.
     */
    public void zeros(int length) {
        for (int count = 0; count < length; count++) {
            if (u8() != 0) {
                throw problem("reserved bits are set");
            }
        }
    }

    /** Checks that nothing is left. */
    public void requireEnd() {
        if (remaining() != 0) {
            throw problem(remaining() + " bytes too many");
        }
    }

    /** An exception about the place where the reader stands. */
    public DecodeException problem(String text) {
        return new DecodeException(protocol, offset(), text);
    }

    private void require(int length) {
        if (length < 0 || length > remaining()) {
            throw problem(length + " more bytes are wanted but " + remaining() + " are left");
        }
    }
}
