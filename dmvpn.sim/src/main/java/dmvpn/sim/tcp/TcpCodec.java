package dmvpn.sim.tcp;

import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import dmvpn.sim.packet.codec.InternetChecksum;
import dmvpn.sim.packet.codec.Layers;
import dmvpn.sim.packet.codec.PacketCodec;
import java.util.OptionalInt;

/** TCP with no option but the maximum segment size, and data of zeros (RFC 9293 section 3.1). */
public final class TcpCodec implements PacketCodec<TcpSegment> {

    private static final int SYN = 0x02;
    private static final int PSH = 0x08;
    private static final int ACK = 0x10;
    private static final int SEGMENT_SIZE_OPTION = 2;
    private static final int CHECKSUM_OFFSET = 16;

    @Override
    public void encode(TcpSegment packet, ByteWriter out, Layers layers) {
        int start = out.position();
        int flags = (packet.synchronize() ? SYN : 0) | (packet.acknowledge() ? ACK : 0) | (packet.dataBytes() > 0 ? PSH : 0);
        out.u16(packet.sourcePort()).u16(packet.destinationPort()).u32(packet.sequenceNumber())
                .u32(packet.acknowledgementNumber()).u8(packet.headerBytes() / 4 << 4).u8(flags)
                .u16(TcpSegment.WINDOW_BYTES).u16(0).u16(0);
        packet.maximumSegmentBytes().ifPresent(
                bytes -> out.u8(SEGMENT_SIZE_OPTION).u8(TcpSegment.SEGMENT_SIZE_OPTION_BYTES).u16(bytes));
        out.zeros(packet.dataBytes());
        byte[] segment = out.copyFrom(start);
        layers.ipHeader().ifPresent(addresses ->
                out.patchU16(start + CHECKSUM_OFFSET, checksum(addresses, segment)));
    }

    private static int checksum(Layers.IpHeader addresses, byte[] segment) {
        return InternetChecksum.withPseudoHeader(addresses.source(), addresses.destination(), IpPacket.TCP, segment);
    }

    @Override
    public TcpSegment decode(ByteReader in, Layers layers) {
        byte[] segment = in.copyOfRange(0, in.length());
        int sourcePort = in.u16();
        int destinationPort = in.u16();
        long sequence = in.u32();
        long acknowledgement = in.u32();
        int headerBytes = (in.u8() >>> 4) * 4;
        int flags = in.u8();
        in.skip(6);
        if (layers.ipHeader().isPresent() && checksum(layers.ipHeader().get(), segment) != 0) {
            throw in.problem("wrong checksum");
        }
        OptionalInt segmentSize = OptionalInt.empty();
        if (headerBytes == TcpSegment.HEADER_BYTES + TcpSegment.SEGMENT_SIZE_OPTION_BYTES && in.u16() == 0x0204) {
            segmentSize = OptionalInt.of(in.u16());
        } else if (headerBytes != TcpSegment.HEADER_BYTES) {
            throw in.problem("options other than the maximum segment size are not supported");
        }
        if ((flags & ~(SYN | ACK | PSH)) != 0) {
            throw in.problem("flags other than SYN, ACK and PSH are not supported");
        }
        int dataBytes = in.remaining();
        if (in.remainingOctets().equals(Octets.of(new byte[dataBytes]))) {
            return new TcpSegment(sourcePort, destinationPort, sequence, acknowledgement, (flags & SYN) != 0,
                    (flags & ACK) != 0, segmentSize, dataBytes);
        }
        throw in.problem("data other than zeros are not supported");
    }
}
