package dmvpn.sim.icmp;

import dmvpn.sim.packet.QueryPacket;
import dmvpn.sim.trace.FieldWriter;

/** A ping or its answer, which ICMP and ICMPv6 lay out alike (RFC 792, RFC 4443 sections 4.1 and 4.2). */
interface EchoMessage extends QueryPacket {

    /** Which ping of its sender or session it is, 0 to 65535. */
    int sequenceNumber();

    /** Length of the data. */
    int dataBytes();

    @Override
    default int lengthBytes() {
        return IcmpPacket.HEADER_BYTES + dataBytes();
    }

    @Override
    default void describe(FieldWriter fields) {
        fields.number("identifier", identifier());
        fields.number("sequenceNumber", sequenceNumber());
    }
}
