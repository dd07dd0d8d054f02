package dmvpn.sim.packet.codec;

import dmvpn.network.address.Ipv6Address;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.packet.UdpEncapsulated;

/** UDP (RFC 768). The well-known one of the two ports tells what is inside. */
final class UdpCodec implements PacketCodec<UdpDatagram> {

    private static final int LENGTH_OFFSET = 4;
    private static final int CHECKSUM_OFFSET = 6;
    /** A checksum that comes out as 0 is sent so, for 0 means none (RFC 768). */
    private static final int ZERO_CHECKSUM = 0xffff;

    @Override
    public void encode(UdpDatagram packet, ByteWriter out, Layers layers) {
        int start = out.position();
        out.field("Source port").u16(packet.sourcePort()).field("Destination port").u16(packet.destinationPort())
                .field("Length").u16(0).hexadecimal("Checksum").u16(0);
        layers.encode(packet.content(), out);
        out.patchU16(start + LENGTH_OFFSET, out.position() - start);
        layers.ipHeader().filter(ip -> hasChecksum(packet, ip)).ifPresent(ip -> {
            int checksum = InternetChecksum.withPseudoHeader(ip.source(), ip.destination(), IpPacket.UDP,
                    out.copyFrom(start));
            out.patchU16(start + CHECKSUM_OFFSET, checksum == 0 ? ZERO_CHECKSUM : checksum);
        });
    }

    /**
     * ESP in UDP has none, for a NAT could not correct it in what is encrypted (RFC 3948 sections 2.1 and 2.3); over IPv6 every
     * datagram has one (RFC 8200 section 8.1).
     */
    private static boolean hasChecksum(UdpDatagram packet, Layers.IpHeader ip) {
        return ip.source() instanceof Ipv6Address || !(packet.content() instanceof UdpEncapsulated encapsulated) || encapsulated.nonEspMarker();
    }

    @Override
    public UdpDatagram decode(ByteReader in, Layers layers) {
        int sourcePort = in.u16();
        int destinationPort = in.u16();
        int length = in.u16();
        int checksum = in.u16();
        if (length != in.length()) {
            throw in.problem("length is " + length + " but there are " + in.length() + " bytes");
        }
        layers.ipHeader().filter(ip -> checksum != 0).ifPresent(ip -> {
            byte[] all = in.copyOfRange(0, in.length());
            if (InternetChecksum.withPseudoHeader(ip.source(), ip.destination(), IpPacket.UDP, all) != 0) {
                throw in.problem("wrong checksum");
            }
        });
        PayloadKind byDestination = new PayloadKind.UdpPort(destinationPort);
        PayloadKind kind = layers.knows(byDestination) ? byDestination : new PayloadKind.UdpPort(sourcePort);
        Packet content = layers.decode(kind, in);
        return new UdpDatagram(sourcePort, destinationPort, content);
    }
}
