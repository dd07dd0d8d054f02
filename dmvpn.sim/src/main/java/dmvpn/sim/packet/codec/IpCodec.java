package dmvpn.sim.packet.codec;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import java.util.Arrays;

/**
 * IPv4 without options (RFC 791) and IPv6 without extension headers (RFC 8200). Fragments are not read: the simulator
 * sends none.
 */
final class IpCodec implements PacketCodec<IpPacket> {

    /** IP inside IP of either family, and inside GRE by its Ethernet types. */
    static final PayloadKind[] KINDS = {
        new PayloadKind.IpProtocol(4), new PayloadKind.IpProtocol(41),
        new PayloadKind.GreProtocol(0x0800), new PayloadKind.GreProtocol(0x86dd)
    };

    private static final int IPV4_VERSION_AND_LENGTH = 0x45;
    private static final int DONT_FRAGMENT = 0x4000;
    private static final int MORE_FRAGMENTS_OR_OFFSET = 0x3fff;
    private static final int LENGTH_OFFSET = 2;
    private static final int CHECKSUM_OFFSET = 10;
    private static final int IPV6_LENGTH_OFFSET = 4;

    @Override
    public void encode(IpPacket packet, ByteWriter out, Layers layers) {
        if (packet.source() instanceof Ipv4Address) {
            encodeIpv4(packet, out, layers);
        } else {
            encodeIpv6(packet, out, layers);
        }
    }

    private static void encodeIpv4(IpPacket packet, ByteWriter out, Layers layers) {
        int start = out.position();
        out.u8(IPV4_VERSION_AND_LENGTH).u8(packet.trafficClass()).u16(0).u16(packet.identification())
                .u16(packet.dontFragment() ? DONT_FRAGMENT : 0).u8(packet.timeToLive()).u8(packet.protocolNumber()).u16(0)
                .address(packet.source()).address(packet.destination());
        int headerEnd = out.position();
        layers.inside(packet.source(), packet.destination()).encode(packet.content(), out);
        out.patchU16(start + LENGTH_OFFSET, out.position() - start);
        byte[] header = Arrays.copyOf(out.copyFrom(start), headerEnd - start);
        out.patchU16(start + CHECKSUM_OFFSET, InternetChecksum.of(header));
    }

    private static void encodeIpv6(IpPacket packet, ByteWriter out, Layers layers) {
        int start = out.position();
        out.u32(6L << 28 | (long) packet.trafficClass() << 20).u16(0).u8(packet.protocolNumber()).u8(packet.timeToLive())
                .address(packet.source()).address(packet.destination());
        int headerEnd = out.position();
        layers.inside(packet.source(), packet.destination()).encode(packet.content(), out);
        out.patchU16(start + IPV6_LENGTH_OFFSET, out.position() - headerEnd);
    }

    @Override
    public IpPacket decode(ByteReader in, Layers layers) {
        int versionAndMore = in.u8();
        return switch (versionAndMore >>> 4) {
            case 4 -> decodeIpv4(versionAndMore, in, layers);
            case 6 -> decodeIpv6(versionAndMore, in, layers);
            default -> throw in.problem("version " + (versionAndMore >>> 4) + " is neither 4 nor 6");
        };
    }

    private static IpPacket decodeIpv4(int versionAndLength, ByteReader in, Layers layers) {
        if (versionAndLength != IPV4_VERSION_AND_LENGTH) {
            throw in.problem("a header of " + (versionAndLength & 0xf) * 4 + " bytes: options are not supported");
        }
        int trafficClass = in.u8();
        int totalLength = in.u16();
        if (totalLength != in.length()) {
            throw in.problem("total length is " + totalLength + " but there are " + in.length() + " bytes");
        }
        int identification = in.u16();
        int fragment = in.u16();
        if ((fragment & MORE_FRAGMENTS_OR_OFFSET) != 0) {
            throw in.problem("fragments are not supported");
        }
        int timeToLive = in.u8();
        int protocolNumber = in.u8();
        in.u16();
        IpAddress source = in.address(4);
        IpAddress destination = in.address(4);
        if (InternetChecksum.of(in.copyOfRange(0, IpPacket.IPV4_HEADER_BYTES)) != 0) {
            throw in.problem("wrong header checksum");
        }
        return new IpPacket(source, destination, protocolNumber, timeToLive, trafficClass,
                (fragment & DONT_FRAGMENT) != 0, identification, content(protocolNumber, source, destination, in, layers));
    }

    private static IpPacket decodeIpv6(int versionAndClass, ByteReader in, Layers layers) {
        int trafficClass = (versionAndClass & 0xf) << 4 | in.u8() >>> 4;
        in.u16();
        int payloadLength = in.u16();
        int protocolNumber = in.u8();
        int hopLimit = in.u8();
        IpAddress source = in.address(16);
        IpAddress destination = in.address(16);
        if (payloadLength != in.remaining()) {
            throw in.problem("payload length is " + payloadLength + " but there are " + in.remaining() + " bytes");
        }
        return new IpPacket(source, destination, protocolNumber, hopLimit, trafficClass, false, 0,
                content(protocolNumber, source, destination, in, layers));
    }

    private static Packet content(int protocolNumber, IpAddress source, IpAddress destination, ByteReader in,
            Layers layers) {
        return layers.inside(source, destination).decode(new PayloadKind.IpProtocol(protocolNumber), in);
    }
}
