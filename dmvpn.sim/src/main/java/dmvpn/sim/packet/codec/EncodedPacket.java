package dmvpn.sim.packet.codec;

import dmvpn.sim.packet.Octets;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of a packet, and what each of them means, as the encoders wrote it.
 *
 * @param sources the bytes on the wire, then those that were encrypted, from the outside in
 * @param layers the protocols from the outside in; the range of one ends where the next one begins
 */
public record EncodedPacket(List<ByteSource> sources, List<EncodedField> layers) {

    /**
     * Bytes with a name.
     *
     * @param name such as {@code On the wire}, or {@code Decrypted ESP}
     * @param bytes the bytes
     */
    public record ByteSource(String name, Octets bytes) {
    }

    /** Keeps immutable copies of the lists. */
    public EncodedPacket {
        sources = List.copyOf(sources);
        layers = List.copyOf(layers);
    }

    /**
     * The fields that a byte belongs to, from its layer to the field itself; empty when there is no such byte.
     *
     * @param source index of the bytes
     * @param offset place in them
     */
    public List<EncodedField> pathTo(int source, int offset) {
        for (EncodedField layer : layers) {
            List<EncodedField> path = pathTo(layer, source, offset);
            if (!path.isEmpty()) {
                return path;
            }
        }
        return List.of();
    }

    private static List<EncodedField> pathTo(EncodedField field, int source, int offset) {
        for (EncodedField part : field.parts()) {
            List<EncodedField> path = pathTo(part, source, offset);
            if (!path.isEmpty()) {
                List<EncodedField> whole = new ArrayList<>(List.of(field));
                whole.addAll(path);
                return whole;
            }
        }
        return field.covers(source, offset) ? List.of(field) : List.of();
    }
}
