package dmvpn.sim.nhrp.message;

import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Quotation;
import dmvpn.sim.packet.UnsignedField;
import dmvpn.sim.trace.FieldWriter;
import java.util.List;

/**
 * Redirect: a router that sent a packet back into the cloud where it came from tells the packet's source that a direct
 * path exists. Cisco's message type 8; not in RFC 2332.
 *
 * @param header source is the telling router, destination the source address of the data packet
 * @param trafficCode 0 for redirect
 * @param dataPacket first bytes of the data packet
 * @param extensions extensions in their order
 */
public record TrafficIndication(
        NhrpHeader header, int trafficCode, Quotation dataPacket, List<NhrpExtension> extensions) implements NhrpPacket {

    /** Traffic code of a redirect. */
    public static final int REDIRECT = 0;

    /** How much of the data packet is quoted beside its IP header, as ICMP errors do (RFC 792). */
    private static final int QUOTED_CONTENT_BYTES = 8;

    /**
     * Keeps an immutable copy of the list.
     *
     * @throws IllegalArgumentException when the traffic code does not fit
     */
    public TrafficIndication {
        UnsignedField.require("NHRP traffic code", trafficCode, 16);
        extensions = List.copyOf(extensions);
    }

    /** The redirect for a data packet. */
    public static TrafficIndication redirect(NhrpHeader header, IpPacket dataPacket, List<NhrpExtension> extensions) {
        int headerBytes = dataPacket.lengthBytes() - dataPacket.content().lengthBytes();
        return new TrafficIndication(header, REDIRECT,
                new Quotation.OfPacket(dataPacket, headerBytes + QUOTED_CONTENT_BYTES), extensions);
    }

    @Override
    public MessageType type() {
        return MessageType.TRAFFIC_INDICATION;
    }

    @Override
    public TrafficIndication withHeader(NhrpHeader newHeader) {
        return new TrafficIndication(newHeader, trafficCode, dataPacket, extensions);
    }

    @Override
    public TrafficIndication withExtensions(List<NhrpExtension> newExtensions) {
        return new TrafficIndication(header, trafficCode, dataPacket, newExtensions);
    }

    @Override
    public TrafficIndication withExtension(NhrpExtension extension) {
        return withExtensions(ExtensionList.with(extensions, extension));
    }

    @Override
    public TrafficIndication withoutExtension(Class<? extends NhrpExtension> kind) {
        return withExtensions(ExtensionList.without(extensions, kind));
    }

    @Override
    public int lengthBytes() {
        return header.lengthBytes() + dataPacket.lengthBytes() + extensionsBytes();
    }

    @Override
    public void describeMessage(FieldWriter fields) {
        fields.number("trafficCode", trafficCode);
        fields.address("dataSource", dataPacket.source().orElse(null));
        fields.address("dataDestination", dataPacket.destination().orElse(null));
    }
}
