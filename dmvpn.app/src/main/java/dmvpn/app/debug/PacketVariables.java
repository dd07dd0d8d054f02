package dmvpn.app.debug;

import dmvpn.app.debug.value.DebugVariable;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.PacketInHand;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TimeText;
import dmvpn.sim.underlay.PacketTap.Direction;
import java.util.ArrayList;
import java.util.List;

/** Collects the fields of a packet's layer as variables. */
final class PacketVariables implements FieldWriter {

    private static final String ABSENT = "-";

    private final List<DebugVariable> variables = new ArrayList<>();

    private PacketVariables() {
    }

    /** A packet with its layers from the outside in. */
    static DebugVariable of(PacketInHand packetInHand) {
        List<DebugVariable> layers = new ArrayList<>();
        for (Packet layer : packetInHand.layers()) {
            layers.add(new DebugVariable(layer.protocol(), layer.lengthBytes() + " bytes", fieldsOf(layer)));
        }
        String direction = packetInHand.direction() == Direction.SENT ? "sent on " : "received on ";
        return new DebugVariable("packet", packetInHand.packet().summary() + ", " + direction
                + packetInHand.interfaceName(), layers);
    }

    /** The fields of a layer. */
    static List<DebugVariable> fieldsOf(Packet layer) {
        PacketVariables collector = new PacketVariables();
        layer.describe(collector);
        collector.number("lengthBytes", layer.lengthBytes());
        return collector.variables;
    }

    @Override
    public void number(String name, long value) {
        add(name, Long.toString(value));
    }

    @Override
    public void hex(String name, long value) {
        add(name, "0x" + Long.toHexString(value));
    }

    @Override
    public void flag(String name, boolean value) {
        add(name, Boolean.toString(value));
    }

    @Override
    public void duration(String name, long nanos) {
        add(name, TimeText.duration(nanos));
    }

    @Override
    public void address(String name, IpAddress value) {
        add(name, value == null ? ABSENT : value.toString());
    }

    @Override
    public void prefix(String name, IpPrefix value) {
        add(name, value == null ? ABSENT : value.toString());
    }

    @Override
    public void text(String name, String value) {
        add(name, value == null ? ABSENT : value);
    }

    private void add(String name, String value) {
        variables.add(DebugVariable.of(name, value));
    }
}
