package dmvpn.sim.icmp;

import dmvpn.sim.packet.Quotation;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import dmvpn.sim.packet.codec.InternetChecksum;
import dmvpn.sim.packet.codec.Layers;
import dmvpn.sim.packet.codec.PacketCodec;

/** ICMP for IPv4 (RFC 792). */
public final class IcmpCodec implements PacketCodec<IcmpPacket> {

    private static final int CHECKSUM_OFFSET = 2;
    private static final int ECHO_REPLY = 0;
    private static final int DESTINATION_UNREACHABLE = 3;
    private static final int ECHO_REQUEST = 8;
    private static final int TIME_EXCEEDED = 11;

    @Override
    public void encode(IcmpPacket packet, ByteWriter out, Layers layers) {
        int start = out.position();
        out.field("Type", packet.summary()).u8(packet.type()).field("Code").u8(packet.code()).hexadecimal("Checksum").u16(0);
        switch (packet) {
            case IcmpPacket.EchoRequest ping -> PingData.encode(ping.identifier(), ping.sequenceNumber(), ping.dataBytes(), out);
            case IcmpPacket.EchoReply pong -> PingData.encode(pong.identifier(), pong.sequenceNumber(), pong.dataBytes(), out);
            case IcmpPacket.TimeExceeded error -> {
                out.field("Unused").u32(0);
                layers.encode(error.dropped(), out);
            }
            case IcmpPacket.DestinationUnreachable error -> {
                out.field("Unused").u16(0).field("MTU of the next hop").u16(error.nextHopMtuBytes());
                layers.encode(error.dropped(), out);
            }
        }
        out.patchU16(start + CHECKSUM_OFFSET, InternetChecksum.of(out.copyFrom(start)));
    }

    @Override
    public IcmpPacket decode(ByteReader in, Layers layers) {
        int type = in.u8();
        int code = in.u8();
        in.u16();
        if (InternetChecksum.of(in.copyOfRange(0, in.length())) != 0) {
            throw in.problem("wrong checksum");
        }
        return switch (type) {
            case ECHO_REQUEST -> new IcmpPacket.EchoRequest(in.u16(), in.u16(), PingData.decode(in));
            case ECHO_REPLY -> new IcmpPacket.EchoReply(in.u16(), in.u16(), PingData.decode(in));
            case TIME_EXCEEDED -> {
                in.skip(4);
                yield new IcmpPacket.TimeExceeded(code == 1, quotation(in));
            }
            case DESTINATION_UNREACHABLE -> {
                in.skip(2);
                UnreachableReason reason = UnreachableReason.ofCode(code)
                        .orElseThrow(() -> in.problem("unknown code " + code + " of Destination Unreachable"));
                yield new IcmpPacket.DestinationUnreachable(reason, in.u16(), quotation(in));
            }
            default -> throw in.problem("unknown type " + type);
        };
    }

    private static Quotation quotation(ByteReader in) {
        return new Quotation.OfBytes(in.remainingOctets());
    }
}
