package dmvpn.sim.packet.codec;

import java.util.List;

/**
 * A field or a group of fields of an encoded packet.
 *
 * @param name what it is called; of a layer its protocol
 * @param value value as people write it; empty for a group
 * @param source index of the bytes that it is in, see {@link EncodedPacket#sources()}
 * @param offsetBytes where it begins in them
 * @param lengthBytes how many bytes it has
 * @param parts what a group consists of; they may be in other bytes, such as what was encrypted
 */
public record EncodedField(String name, String value, int source, int offsetBytes, int lengthBytes, List<EncodedField> parts) {

    /** Keeps an immutable copy of the list. */
    public EncodedField {
        parts = List.copyOf(parts);
    }

    /** First byte behind it. */
    public int endBytes() {
        return offsetBytes + lengthBytes;
    }

    /** True when a byte belongs to it. */
    public boolean covers(int byteSource, int offset) {
        return byteSource == source && offset >= offsetBytes && offset < endBytes();
    }
}
