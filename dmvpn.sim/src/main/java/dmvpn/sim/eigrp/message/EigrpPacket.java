package dmvpn.sim.eigrp.message;

import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.UnsignedField;
import dmvpn.sim.trace.FieldWriter;
import java.util.List;

/**
 * An EIGRP packet (RFC 7868 section 6.2).
 *
 * @param opcode what it is
 * @param flags flags
 * @param sequence number for the reliable transport; 0 when it needs no acknowledgement
 * @param acknowledgement number of the neighbour's packet that it acknowledges, 0 for none
 * @param virtualRouterId 0 for the unicast address family
 * @param autonomousSystem number of the process, 0 to 65535
 * @param tlvs content
 */
public record EigrpPacket(EigrpOpcode opcode, EigrpFlags flags, long sequence, long acknowledgement, int virtualRouterId,
        int autonomousSystem, List<EigrpTlv> tlvs) implements Packet {

    /** Version of the header. */
    public static final int VERSION = 2;

    /** Length of the header. */
    public static final int HEADER_BYTES = 20;

    /**
     * Keeps an immutable copy of the list.
     *
     * @throws IllegalArgumentException when a number does not fit its field
     */
    public EigrpPacket {
        UnsignedField.require("EIGRP sequence number", sequence, 32);
        UnsignedField.require("EIGRP acknowledge number", acknowledgement, 32);
        UnsignedField.require("EIGRP virtual router id", virtualRouterId, 16);
        UnsignedField.require("EIGRP autonomous system", autonomousSystem, 16);
        tlvs = List.copyOf(tlvs);
    }

    /** A hello. */
    public static EigrpPacket hello(int autonomousSystem, List<EigrpTlv> tlvs) {
        return new EigrpPacket(EigrpOpcode.HELLO, EigrpFlags.NONE, 0, 0, 0, autonomousSystem, tlvs);
    }

    /** An acknowledgement: a hello without content (RFC 7868 section 6.2). */
    public static EigrpPacket acknowledgement(int autonomousSystem, long acknowledgement) {
        return new EigrpPacket(EigrpOpcode.HELLO, EigrpFlags.NONE, 0, acknowledgement, 0, autonomousSystem, List.of());
    }

    /** An update, query or reply, which the neighbour must acknowledge. */
    public static EigrpPacket reliable(EigrpOpcode opcode, EigrpFlags flags, long sequence, long acknowledgement,
            int autonomousSystem, List<? extends EigrpTlv> tlvs) {
        return new EigrpPacket(opcode, flags, sequence, acknowledgement, 0, autonomousSystem, List.copyOf(tlvs));
    }

    /** True for a hello that only acknowledges. */
    public boolean isAcknowledgement() {
        return opcode == EigrpOpcode.HELLO && acknowledgement != 0;
    }

    /** The routes among the content. */
    public List<EigrpTlv.Route> routes() {
        return tlvs.stream().filter(EigrpTlv.Route.class::isInstance).map(EigrpTlv.Route.class::cast).toList();
    }

    @Override
    public String protocol() {
        return "EIGRP";
    }

    @Override
    public String summary() {
        return isAcknowledgement() ? "Ack" : opcode.title();
    }

    @Override
    public int lengthBytes() {
        // Asked several times for each packet on each wire, so no stream.
        int length = HEADER_BYTES;
        for (EigrpTlv tlv : tlvs) {
            length += tlv.lengthBytes();
        }
        return length;
    }

    @Override
    public void describe(FieldWriter fields) {
        fields.number("autonomousSystem", autonomousSystem);
        fields.number("sequence", sequence);
        fields.number("acknowledgement", acknowledgement);
        if (flags.initialize()) {
            fields.flag("init", true);
        }
        if (flags.endOfTable()) {
            fields.flag("endOfTable", true);
        }
        for (EigrpTlv.Route route : routes()) {
            fields.prefix("destination", route.destination());
        }
    }
}
