package dmvpn.sim.packet;

import dmvpn.sim.trace.FieldWriter;

/**
 * Content that nobody here interprets.
 *
 * @param bytes the content
 */
public record OpaquePacket(Octets bytes) implements Packet {

    @Override
    public String protocol() {
        return "Data";
    }

    @Override
    public String summary() {
        return "Data";
    }

    @Override
    public int lengthBytes() {
        return bytes.length();
    }

    @Override
    public void describe(FieldWriter fields) {
        fields.number("length", bytes.length());
    }
}
