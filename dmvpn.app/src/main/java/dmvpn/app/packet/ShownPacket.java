package dmvpn.app.packet;

import dmvpn.sim.PacketInHand;
import dmvpn.sim.capture.PacketExplainer;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.codec.EncodedField;
import dmvpn.sim.packet.codec.EncodedPacket;
import dmvpn.sim.packet.codec.EncodedPacket.ByteSource;
import dmvpn.sim.trace.TimeText;
import dmvpn.sim.underlay.PacketTap.Direction;
import java.util.List;

/**
 * A packet as people look at it.
 *
 * @param packet the packet, and where it crossed
 * @param earlier the IKEv1 messages that its bytes depend on, in their order
 * @param encoded its bytes with what they mean
 */
public record ShownPacket(PacketInHand packet, List<IpPacket> earlier, EncodedPacket encoded) {

    private static final String INDENT = "    ";

    /** Keeps an immutable copy of the list. */
    public ShownPacket {
        earlier = List.copyOf(earlier);
    }

    /** A packet of a run, explained. */
    public static ShownPacket of(PacketInHand packet, List<IpPacket> earlier, PacketExplainer explainer) {
        return new ShownPacket(packet, earlier, explainer.explain(packet.packet(), earlier));
    }

    /** What it is and where it crossed, in one line. */
    public String title() {
        return packet.packet().summary() + ", " + (packet.direction() == Direction.SENT ? "sent by " : "received by ")
                + packet.nodeName() + " on " + packet.interfaceName() + " at " + TimeText.instant(packet.timeNanos()) + " s";
    }

    /** All layers with their fields, a line each. */
    public String text() {
        StringBuilder lines = new StringBuilder(title()).append('\n');
        encoded.layers().forEach(layer -> append(layer, "", lines));
        return lines.toString();
    }

    private static void append(EncodedField field, String indent, StringBuilder lines) {
        lines.append(indent).append(lineOf(field)).append('\n');
        field.parts().forEach(part -> append(part, indent + INDENT, lines));
    }

    /** A field with its value, as the tree of a packet shows it. */
    public static String lineOf(EncodedField field) {
        return field.value().isEmpty() ? field.name() : field.name() + ": " + field.value();
    }

    /** All bytes in hexadecimal digits; those that were encrypted follow under names of their own. */
    public String hexadecimal() {
        StringBuilder text = new StringBuilder();
        for (ByteSource source : encoded.sources()) {
            if (encoded.sources().size() > 1) {
                text.append(source.name()).append('\n');
            }
            text.append(new HexDump(source.bytes()).text());
        }
        return text.toString();
    }
}
