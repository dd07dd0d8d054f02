package dmvpn.sim.icmp;

import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Quotation;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import dmvpn.sim.packet.codec.InternetChecksum;
import dmvpn.sim.packet.codec.Layers;
import dmvpn.sim.packet.codec.PacketCodec;

/** ICMPv6 (RFC 4443); the checksum is over the message and a pseudo-header of its IPv6 packet (section 2.3). */
public final class Icmpv6Codec implements PacketCodec<Icmpv6Packet> {

    private static final int CHECKSUM_OFFSET = 2;
    private static final int DESTINATION_UNREACHABLE = 1;
    private static final int PACKET_TOO_BIG = 2;
    private static final int TIME_EXCEEDED = 3;
    private static final int PARAMETER_PROBLEM = 4;
    private static final int ECHO_REQUEST = 128;
    private static final int ECHO_REPLY = 129;

    @Override
    public void encode(Icmpv6Packet packet, ByteWriter out, Layers layers) {
        int start = out.position();
        out.field("Type", packet.summary()).u8(packet.type()).field("Code").u8(packet.code()).hexadecimal("Checksum").u16(0);
        switch (packet) {
            case Icmpv6Packet.EchoRequest ping ->
                PingData.encode(ping.identifier(), ping.sequenceNumber(), ping.dataBytes(), out);
            case Icmpv6Packet.EchoReply pong ->
                PingData.encode(pong.identifier(), pong.sequenceNumber(), pong.dataBytes(), out);
            case Icmpv6Packet.DestinationUnreachable error -> error(0, error.dropped(), out, layers);
            case Icmpv6Packet.PacketTooBig error -> error(error.mtuBytes(), error.dropped(), out, layers);
            case Icmpv6Packet.TimeExceeded error -> error(0, error.dropped(), out, layers);
            case Icmpv6Packet.UnrecognizedNextHeader error -> error(error.pointer(), error.dropped(), out, layers);
        }
        layers.ipHeader().ifPresent(ip -> out.patchU16(start + CHECKSUM_OFFSET,
                InternetChecksum.withPseudoHeader(ip.source(), ip.destination(), IpPacket.ICMPV6, out.copyFrom(start))));
    }

    private static void error(long word, Quotation dropped, ByteWriter out, Layers layers) {
        out.field("MTU or pointer").u32(word);
        layers.encode(dropped, out);
    }

    @Override
    public Icmpv6Packet decode(ByteReader in, Layers layers) {
        int type = in.u8();
        int code = in.u8();
        in.u16();
        layers.ipHeader().ifPresent(ip -> {
            byte[] all = in.copyOfRange(0, in.length());
            if (InternetChecksum.withPseudoHeader(ip.source(), ip.destination(), IpPacket.ICMPV6, all) != 0) {
                throw in.problem("wrong checksum");
            }
        });
        return switch (type) {
            case ECHO_REQUEST -> new Icmpv6Packet.EchoRequest(in.u16(), in.u16(), PingData.decode(in));
            case ECHO_REPLY -> new Icmpv6Packet.EchoReply(in.u16(), in.u16(), PingData.decode(in));
            case DESTINATION_UNREACHABLE -> {
                in.skip(4);
                Icmpv6UnreachableReason reason = Icmpv6UnreachableReason.ofCode(code)
                        .orElseThrow(() -> in.problem("unknown code " + code + " of Destination Unreachable"));
                yield new Icmpv6Packet.DestinationUnreachable(reason, quotation(in));
            }
            case PACKET_TOO_BIG -> new Icmpv6Packet.PacketTooBig(in.u32(), quotation(in));
            case TIME_EXCEEDED -> {
                in.skip(4);
                yield new Icmpv6Packet.TimeExceeded(code == 1, quotation(in));
            }
            case PARAMETER_PROBLEM -> {
                if (code != Icmpv6Packet.UnrecognizedNextHeader.CODE) {
                    throw in.problem("code " + code + " of Parameter Problem is not supported");
                }
                yield new Icmpv6Packet.UnrecognizedNextHeader(in.u32(), quotation(in));
            }
            default -> throw in.problem("unknown type " + type);
        };
    }

    private static Quotation quotation(ByteReader in) {
        return new Quotation.OfBytes(in.remainingOctets());
    }
}
