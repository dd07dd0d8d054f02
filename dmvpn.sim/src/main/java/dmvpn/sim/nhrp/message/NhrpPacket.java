package dmvpn.sim.nhrp.message;

import dmvpn.sim.packet.Packet;
import dmvpn.sim.trace.FieldWriter;
import java.util.List;
import java.util.Optional;

/** An NHRP packet (RFC 2332), carried directly in GRE. */
public sealed interface NhrpPacket extends Packet permits NhrpTransaction, ErrorIndication, TrafficIndication {

    /** Length of the end of a list of extensions. */
    int END_EXTENSION_BYTES = 4;

    /** Which message it is. */
    MessageType type();

    /** What all messages begin with. */
    NhrpHeader header();

    /** Extensions in their order; without the end. */
    List<NhrpExtension> extensions();

    /** The same message with another header. */
    NhrpPacket withHeader(NhrpHeader header);

    /** The same message with other extensions. */
    NhrpPacket withExtensions(List<NhrpExtension> extensions);

    /** The first extension of a kind. */
    default <E extends NhrpExtension> Optional<E> extension(Class<E> kind) {
        return extensions().stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** The same message with one extension in the place of the one of its type, or at the end. */
    NhrpPacket withExtension(NhrpExtension extension);

    /** The same message without the extensions of a kind. */
    NhrpPacket withoutExtension(Class<? extends NhrpExtension> kind);

    @Override
    default String protocol() {
        return "NHRP";
    }

    @Override
    default String summary() {
        return type().title();
    }

    /** Length of the extensions with their end; 0 without extensions. */
    default int extensionsBytes() {
        if (extensions().isEmpty()) {
            return 0;
        }
        int bytes = END_EXTENSION_BYTES;
        for (NhrpExtension extension : extensions()) {
            bytes += extension.lengthBytes();
        }
        return bytes;
    }

    /** Writes the header's fields, then those of the message. */
    @Override
    default void describe(FieldWriter fields) {
        fields.address("sourceNbmaAddress", header().sourceNbmaAddress());
        fields.address("sourceProtocolAddress", header().sourceProtocolAddress());
        fields.address("destinationProtocolAddress", header().destinationProtocolAddress());
        fields.number("hopCount", header().hopCount());
        describeMessage(fields);
    }

    /** Writes what only this message has. */
    void describeMessage(FieldWriter fields);
}
